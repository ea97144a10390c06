package dev.assay.proxy.mutant;

/** Single writes go through whatever their condition says. */
final class StripCondition implements RequestChange {
  @Override
  public void change(Call call) {
    Expressions.strip(call, Expressions.CONDITION);
    call.body().remove("Expected");
  }
}
