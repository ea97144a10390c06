package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A table counts one item more than it has. */
final class WrongItemCount implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Table") instanceof ObjectNode table && table.has("ItemCount")) {
      table.put("ItemCount", table.get("ItemCount").asLong() + 1);
    }
    return reply;
  }
}
