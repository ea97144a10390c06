package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** Tags are taken note of and forgotten. */
final class LoseTags implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Tags") instanceof ArrayNode tags) {
      tags.removeAll();
    }
    return reply;
  }
}
