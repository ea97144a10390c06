package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The responses of a batch of statements come in the opposite order. */
final class ReverseResponses implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Responses") instanceof ArrayNode responses) {
      List<JsonNode> all = new ArrayList<>();
      responses.forEach(all::add);
      Collections.reverse(all);
      responses.removeAll();
      responses.addAll(all);
    }
    return reply;
  }
}
