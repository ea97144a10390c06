package dev.assay.proxy.mutant;

/** An iterator at LATEST starts at the stream's beginning. */
final class LatestIsHorizon implements RequestChange {
  @Override
  public void change(Call call) {
    if (call.body().path("ShardIteratorType").asText().equals("LATEST")) {
      call.body().put("ShardIteratorType", "TRIM_HORIZON");
    }
  }
}
