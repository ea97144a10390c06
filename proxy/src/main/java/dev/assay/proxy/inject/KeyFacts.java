package dev.assay.proxy.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.KeyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which index a request reads and which items it touches. The proxy knows no schema, so an item is
 * given by all of its attributes that could be part of a key.
 *
 * @param indexes name of the index, if one is read
 * @param keys one entry for each item named; for a Query, the attributes that must equal a value
 */
public record KeyFacts(Set<String> indexes, List<Map<String, KeyValue>> keys) {
  /** As in {@code #pk = :v}; greater-or-equal and its like have a sign between name and equals. */
  private static final Pattern EQUALITY =
      Pattern.compile("([#A-Za-z_][#A-Za-z0-9_.-]*)\\s*=\\s*(:[A-Za-z0-9_]+)");

  private static final List<String> ITEMS = List.of("Key", "Item");
  private static final List<String> WRAPPERS =
      List.of("Put", "Update", "Delete", "ConditionCheck", "Get", "PutRequest", "DeleteRequest");

  /** Reads a request. */
  public static KeyFacts in(ObjectNode request) {
    List<Map<String, KeyValue>> keys = new ArrayList<>();
    named(request, keys);
    for (JsonNode action : request.path("TransactItems")) {
      wrapped(action, keys);
    }
    for (JsonNode ofTable : request.path("RequestItems")) {
      ofTable.path("Keys").forEach(key -> item(key, keys));
      if (ofTable.isArray()) {
        ofTable.forEach(entry -> wrapped(entry, keys));
      }
    }
    Map<String, KeyValue> queried = new HashMap<>();
    expression(request, queried);
    legacy(request, queried);
    if (!queried.isEmpty()) {
      keys.add(queried);
    }
    JsonNode index = request.path("IndexName");
    return new KeyFacts(index.isTextual() ? Set.of(index.textValue()) : Set.of(), keys);
  }

  private static void wrapped(JsonNode action, List<Map<String, KeyValue>> keys) {
    for (String wrapper : WRAPPERS) {
      named(action.path(wrapper), keys);
    }
  }

  private static void named(JsonNode request, List<Map<String, KeyValue>> keys) {
    for (String name : ITEMS) {
      item(request.path(name), keys);
    }
  }

  private static void item(JsonNode attributes, List<Map<String, KeyValue>> keys) {
    if (!attributes.isObject()) {
      return;
    }
    Map<String, KeyValue> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      KeyValue.ofAttribute(attribute.getValue())
          .ifPresent(value -> values.put(attribute.getKey(), value));
    }
    keys.add(values);
  }

  private static void expression(ObjectNode request, Map<String, KeyValue> queried) {
    Matcher equality = EQUALITY.matcher(request.path("KeyConditionExpression").asText());
    while (equality.find()) {
      String written = equality.group(1);
      String name =
          written.startsWith("#")
              ? request.path("ExpressionAttributeNames").path(written).asText()
              : written;
      KeyValue.ofAttribute(request.path("ExpressionAttributeValues").path(equality.group(2)))
          .ifPresent(value -> queried.put(name, value));
    }
  }

  private static void legacy(ObjectNode request, Map<String, KeyValue> queried) {
    for (Map.Entry<String, JsonNode> condition : request.path("KeyConditions").properties()) {
      if (condition.getValue().path("ComparisonOperator").asText().equals("EQ")) {
        KeyValue.ofAttribute(condition.getValue().path("AttributeValueList").path(0))
            .ifPresent(value -> queried.put(condition.getKey(), value));
      }
    }
  }
}
