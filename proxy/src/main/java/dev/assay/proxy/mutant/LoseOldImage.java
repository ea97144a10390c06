package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The records of a stream bring no old image. */
final class LoseOldImage implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (JsonNode entry : reply.body().path("Records")) {
      if (entry.path("dynamodb") instanceof ObjectNode change) {
        change.remove("OldImage");
      }
    }
    return reply;
  }
}
