package dev.assay.proxy.mutant;

/** Strong reads are answered as eventual ones. */
final class StripConsistentRead implements RequestChange {
  @Override
  public void change(Call call) {
    Expressions.scopes(call).forEach(scope -> scope.remove("ConsistentRead"));
  }
}
