package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** ConsumedCapacity does not tell what an index took. */
final class CapacityWithoutIndexes implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("ConsumedCapacity") instanceof ObjectNode consumed) {
      consumed.remove("GlobalSecondaryIndexes");
      consumed.remove("LocalSecondaryIndexes");
    }
    return reply;
  }
}
