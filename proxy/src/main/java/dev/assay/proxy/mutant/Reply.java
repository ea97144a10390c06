package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer of the JSON protocol.
 *
 * @param body whoever holds the reply may change it
 * @param headers those that are to differ from the store's; an empty value takes a header away
 */
record Reply(int status, ObjectNode body, Map<String, String> headers) {
  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply ok(ObjectNode body) {
    return new Reply(200, body, Map.of());
  }

  boolean succeeded() {
    return status == 200;
  }

  /** The error's name without its namespace; empty when it is no error. */
  String errorName() {
    String type = body.path("__type").asText();
    return type.substring(type.indexOf('#') + 1);
  }

  Reply withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more);
  }

  Reply withStatus(int other) {
    return new Reply(other, body, headers);
  }
}
