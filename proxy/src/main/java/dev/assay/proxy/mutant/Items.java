package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where items stand in answers. */
final class Items {
  private Items() {}

  /** Every item or part of one in an answer: a map from attribute names to values. */
  static List<ObjectNode> in(ObjectNode body) {
    List<ObjectNode> items = new ArrayList<>();
    add(body.path("Item"), items);
    add(body.path("Attributes"), items);
    body.path("Items").forEach(item -> add(item, items));
    JsonNode responses = body.path("Responses");
    if (responses.isArray()) {
      responses.forEach(response -> add(response.path("Item"), items));
    } else {
      responses.forEach(table -> table.forEach(item -> add(item, items)));
    }
    return items;
  }

  private static void add(JsonNode item, List<ObjectNode> items) {
    if (item instanceof ObjectNode object) {
      items.add(object);
    }
  }

  /** The items of a page. */
  static List<JsonNode> page(Reply reply) {
    List<JsonNode> items = new ArrayList<>();
    reply.body().path("Items").forEach(items::add);
    return items;
  }

  /** Puts these items on the page, and counts right what is counted. */
  static void setPage(Reply reply, List<JsonNode> items) {
    if (!(reply.body().path("Items") instanceof ArrayNode page)) {
      return;
    }
    int more = items.size() - page.size();
    page.removeAll();
    items.forEach(page::add);
    for (String count : List.of("Count", "ScannedCount")) {
      if (reply.body().has(count)) {
        reply.body().put(count, reply.body().get(count).asInt() + more);
      }
    }
  }
}
