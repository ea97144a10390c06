package dev.assay.proxy.mutant;

/** Every page is the first. */
final class IgnoreStartKey implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("ExclusiveStartKey");
  }
}
