package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** A transaction of reads leaves out the items that are not there. */
final class SkipAbsent implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Responses") instanceof ArrayNode responses) {
      List<JsonNode> there = new ArrayList<>();
      for (JsonNode response : responses) {
        if (response.has("Item")) {
          there.add(response);
        }
      }
      responses.removeAll();
      responses.addAll(there);
    }
    return reply;
  }
}
