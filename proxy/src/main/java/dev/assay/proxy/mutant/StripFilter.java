package dev.assay.proxy.mutant;

/** Filters let everything through. */
final class StripFilter implements RequestChange {
  @Override
  public void change(Call call) {
    Expressions.strip(call, Expressions.FILTER);
    call.body().remove("QueryFilter");
    call.body().remove("ScanFilter");
  }
}
