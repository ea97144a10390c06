package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A statement of a batch that failed is told without its error. */
final class LoseStatementErrors implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (JsonNode response : reply.body().path("Responses")) {
      if (response instanceof ObjectNode answer) {
        answer.remove("Error");
      }
    }
    return reply;
  }
}
