package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The records of a stream's page come in the opposite order. */
final class ReverseRecords implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Records") instanceof ArrayNode page && page.size() > 1) {
      List<JsonNode> records = new ArrayList<>();
      page.forEach(records::add);
      Collections.reverse(records);
      page.removeAll();
      page.addAll(records);
    }
    return reply;
  }
}
