package dev.assay.proxy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the control API answers. */
record ControlReply(int status, String contentType, String text) {
  ControlReply(int status, JsonNode body) {
    this(status, "application/json", body.toPrettyString() + "\n");
  }

  static ControlReply ok(JsonNode body) {
    return new ControlReply(200, body);
  }

  /**
   * @param field what in the request is wrong: a path of JSON, a query parameter, or {@code path}
   */
  static ControlReply error(int status, String field, String message) {
    return new ControlReply(
        status, JsonNodeFactory.instance.objectNode().put("error", message).put("field", field));
  }
}
