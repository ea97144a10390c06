package dev.assay.proxy.mutant;

/** An iterator at TRIM_HORIZON starts at the stream's end. */
final class HorizonIsLatest implements RequestChange {
  @Override
  public void change(Call call) {
    if (call.body().path("ShardIteratorType").asText().equals("TRIM_HORIZON")) {
      call.body().put("ShardIteratorType", "LATEST");
    }
  }
}
