package dev.assay.proxy.mutant;

/** The pages of a statement are as long as they may be. */
final class IgnoreStatementLimit implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("Limit");
  }
}
