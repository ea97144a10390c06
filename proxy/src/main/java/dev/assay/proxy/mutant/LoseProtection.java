package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deletion protection is told as off. */
final class LoseProtection implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (String member : new String[] {"Table", "TableDescription"}) {
      if (reply.body().path(member) instanceof ObjectNode table
          && table.path("DeletionProtectionEnabled").asBoolean()) {
        table.put("DeletionProtectionEnabled", false);
      }
    }
    return reply;
  }
}
