package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every change that a stream tells of is an INSERT. */
final class EventsAsInserts implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (JsonNode entry : reply.body().path("Records")) {
      if (entry instanceof ObjectNode told && told.has("eventName")) {
        told.put("eventName", "INSERT");
      }
    }
    return reply;
  }
}
