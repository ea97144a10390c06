package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A failed condition does not bring the item that it failed on. */
final class LoseErrorItem implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (!reply.succeeded()) {
      reply.body().remove("Item");
      for (JsonNode reason : reply.body().path("CancellationReasons")) {
        if (reason instanceof ObjectNode object) {
          object.remove("Item");
        }
      }
    }
    return reply;
  }
}
