package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tables are ACTIVE at every moment. */
final class AlwaysActive implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (String member : new String[] {"Table", "TableDescription"}) {
      if (reply.body().path(member) instanceof ObjectNode table && table.has("TableStatus")) {
        table.put("TableStatus", "ACTIVE");
      }
    }
    return reply;
  }
}
