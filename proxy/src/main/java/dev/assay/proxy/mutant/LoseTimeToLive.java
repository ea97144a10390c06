package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The attribute for expiry is taken note of and forgotten. */
final class LoseTimeToLive implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (call.is("DescribeTimeToLive")
        && reply.body().path("TimeToLiveDescription") instanceof ObjectNode described) {
      described.removeAll();
      described.put("TimeToLiveStatus", "DISABLED");
    }
    return reply;
  }
}
