package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All records of a page have the sequence number of the first. */
final class RepeatSequenceNumbers implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    JsonNode records = reply.body().path("Records");
    for (JsonNode entry : records) {
      if (entry.path("dynamodb") instanceof ObjectNode change) {
        change.set("SequenceNumber", records.path(0).path("dynamodb").path("SequenceNumber"));
      }
    }
    return reply;
  }
}
