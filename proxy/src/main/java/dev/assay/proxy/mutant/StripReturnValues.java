package dev.assay.proxy.mutant;

/** Writes return no attributes. */
final class StripReturnValues implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("ReturnValues");
  }
}
