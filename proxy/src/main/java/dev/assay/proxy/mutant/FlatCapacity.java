package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every operation costs one unit, however large its items. */
final class FlatCapacity implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("ConsumedCapacity") instanceof ObjectNode capacity
        && capacity.has("CapacityUnits")) {
      capacity.put("CapacityUnits", 1.0);
    }
    return reply;
  }
}
