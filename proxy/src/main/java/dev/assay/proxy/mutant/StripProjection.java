package dev.assay.proxy.mutant;

/** Reads bring whole items. */
final class StripProjection implements RequestChange {
  @Override
  public void change(Call call) {
    Expressions.strip(call, Expressions.PROJECTION);
    Expressions.scopes(call).forEach(scope -> scope.remove("AttributesToGet"));
    if (call.body().path("Select").asText().equals("SPECIFIC_ATTRIBUTES")) {
      call.body().remove("Select");
    }
  }
}
