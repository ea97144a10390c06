package dev.assay.proxy.mutant;

/** A global index can be asked for strong reads. */
final class IndexReadsStrongly implements RequestChange {
  @Override
  public void change(Call call) {
    if (call.body().has("IndexName")) {
      call.body().remove("ConsistentRead");
    }
  }
}
