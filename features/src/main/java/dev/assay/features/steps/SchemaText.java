package dev.assay.features.steps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.tables.TableSchema;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table's schema as the sentence of a feature file gives it. */
final class SchemaText {
  private static final Pattern ATTRIBUTE = Pattern.compile("([^ (]+) \\(([SNB])\\)");

  private final ObjectNode request = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> types = new TreeMap<>();
  private final String partitionKey;

  SchemaText(
      String partitionKey,
      String partitionType,
      @Nullable String sortKey,
      @Nullable String sortType) {
    this.partitionKey = partitionKey;
    ArrayNode keys = request.putArray("KeySchema");
    key(keys, partitionKey, partitionType, "HASH");
    if (sortKey != null && sortType != null) {
      key(keys, sortKey, sortType, "RANGE");
    }
  }

  /**
   * Adds an index.
   *
   * @param row index: its name; kind: GSI or LSI; partition key and sort key: {@code name (S)},
   *     several joined by commas; projection: ALL, KEYS_ONLY, or INCLUDE and names
   */
  void index(Map<String, String> row) {
    boolean global = "GSI".equals(row.get("kind"));
    ObjectNode index =
        request
            .withArray(global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes")
            .addObject()
            .put("IndexName", row.get("index"));
    ArrayNode keys = index.putArray("KeySchema");
    if (global) {
      keys(keys, row.get("partition key"), "HASH");
    } else {
      keys.addObject().put("AttributeName", partitionKey).put("KeyType", "HASH");
    }
    keys(keys, row.get("sort key"), "RANGE");
    project(index.putObject("Projection"), row.get("projection"));
  }

  private void keys(ArrayNode keys, @Nullable String cell, String kind) {
    Matcher attribute = ATTRIBUTE.matcher(cell == null ? "" : cell);
    while (attribute.find()) {
      key(keys, attribute.group(1), attribute.group(2), kind);
    }
  }

  private void key(ArrayNode keys, String name, String type, String kind) {
    keys.addObject().put("AttributeName", name).put("KeyType", kind);
    types.put(name, type);
  }

  private static void project(ObjectNode projection, @Nullable String cell) {
    String text = cell == null ? "ALL" : cell;
    if (text.startsWith("INCLUDE")) {
      projection.put("ProjectionType", "INCLUDE");
      ArrayNode names = projection.putArray("NonKeyAttributes");
      for (String name : text.substring("INCLUDE".length()).strip().split(",\\s*")) {
        names.add(name);
      }
    } else {
      projection.put("ProjectionType", text);
    }
  }

  TableSchema schema() {
    ArrayNode definitions = request.putArray("AttributeDefinitions");
    types.forEach(
        (name, type) ->
            definitions.addObject().put("AttributeName", name).put("AttributeType", type));
    return new TableSchema(request);
  }
}
