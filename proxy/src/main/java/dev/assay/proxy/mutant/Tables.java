package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a mutant must know of a table, asked of the store each time, since tables come and go. */
final class Tables {
  private Tables() {}

  /**
   * Names of the key attributes, the partition key's first; empty for a table that is not there.
   */
  static List<String> keys(JsonNode tableName, Store store) {
    return names(describe(tableName, store).path("KeySchema"));
  }

  /** Names of the key attributes of an index. */
  static List<String> keys(JsonNode tableName, String index, Store store) {
    JsonNode table = describe(tableName, store);
    for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      for (JsonNode described : table.path(kind)) {
        if (described.path("IndexName").asText().equals(index)) {
          return names(described.path("KeySchema"));
        }
      }
    }
    return List.of();
  }

  private static JsonNode describe(JsonNode tableName, Store store) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.set("TableName", tableName);
    return store.look(new Call("DescribeTable", request)).body().path("Table");
  }

  private static List<String> names(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.forEach(element -> names.add(element.path("AttributeName").asText()));
    return names;
  }

  /** The key that the item has in the table; empty when it lacks a part. */
  static Optional<ObjectNode> keyOf(JsonNode item, List<String> keys) {
    if (keys.isEmpty() || !(item instanceof ObjectNode object)) {
      return Optional.empty();
    }
    ObjectNode key = object.objectNode();
    for (String name : keys) {
      if (!object.has(name)) {
        return Optional.empty();
      }
      key.set(name, object.get(name));
    }
    return Optional.of(key);
  }
}
