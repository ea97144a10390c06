package dev.assay.proxy.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes pages shorter than they need be, without losing an item to a client that pages on. */
final class PageCut {
  private PageCut() {}

  static Cut shortened(ObjectNode request, int limit) {
    JsonNode asked = request.path("Limit");
    if (asked.isNumber() && asked.doubleValue() <= limit) {
      return new Cut.Nothing();
    }
    if (!asked.isMissingNode() && !asked.isNumber()) {
      // What the client sent is wrong, and the store shall say so.
      return new Cut.Nothing();
    }
    request.put("Limit", limit);
    return new Cut.Shortened(request, answer -> {});
  }

  static Cut emptied(ObjectNode request) {
    JsonNode start = request.path("ExclusiveStartKey");
    if (!start.isObject() || start.isEmpty()) {
      return shortened(request, 1);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("Count", 0);
    if (!request.path("Select").asText().equals("COUNT")) {
      answer.putArray("Items");
    }
    answer.put("ScannedCount", 0);
    answer.set("LastEvaluatedKey", start);
    return new Cut.Answered(answer);
  }
}
