package dev.assay.proxy.mutant;

/** An iterator after a sequence number starts at it. */
final class AfterIsAt implements RequestChange {
  @Override
  public void change(Call call) {
    if (call.body().path("ShardIteratorType").asText().equals("AFTER_SEQUENCE_NUMBER")) {
      call.body().put("ShardIteratorType", "AT_SEQUENCE_NUMBER");
    }
  }
}
