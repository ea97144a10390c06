package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a batch leaves undone is not told. */
final class HideUnprocessed implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (String member : new String[] {"UnprocessedItems", "UnprocessedKeys"}) {
      if (reply.body().path(member) instanceof ObjectNode left) {
        left.removeAll();
      }
    }
    return reply;
  }
}
