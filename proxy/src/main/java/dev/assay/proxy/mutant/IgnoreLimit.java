package dev.assay.proxy.mutant;

/** Pages are as long as they may be. */
final class IgnoreLimit implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("Limit");
  }
}
