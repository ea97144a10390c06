package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** The first record of a stream's page comes twice. */
final class DuplicateRecord implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().path("Records") instanceof ArrayNode page && !page.isEmpty()) {
      List<JsonNode> records = new ArrayList<>();
      page.forEach(records::add);
      records.addFirst(records.getFirst());
      page.removeAll();
      page.addAll(records);
    }
    return reply;
  }
}
