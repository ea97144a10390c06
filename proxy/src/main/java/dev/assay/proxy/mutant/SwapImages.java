package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The old and the new image of a stream's record change places. */
final class SwapImages implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (JsonNode entry : reply.body().path("Records")) {
      if (entry.path("dynamodb") instanceof ObjectNode change) {
        JsonNode was = change.remove("OldImage");
        JsonNode is = change.remove("NewImage");
        if (is != null) {
          change.set("OldImage", is);
        }
        if (was != null) {
          change.set("NewImage", was);
        }
      }
    }
    return reply;
  }
}
