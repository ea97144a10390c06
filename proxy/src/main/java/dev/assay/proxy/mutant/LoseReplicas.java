package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A global table does not tell its replicas. */
final class LoseReplicas implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Table") instanceof ObjectNode table) {
      table.remove("Replicas");
    }
    return reply;
  }
}
