package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What expired is told as if a user had deleted it. */
final class ExpiryAsDelete implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (JsonNode entry : reply.body().path("Records")) {
      if (entry instanceof ObjectNode told) {
        told.remove("userIdentity");
      }
    }
    return reply;
  }
}
