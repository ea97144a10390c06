package dev.assay.engine.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a CreateTable or UpdateTable request. It starts as a small provisioned table with the
 * key {@code a}; a test sets what it is about.
 */
final class TableBody {
  static final String ONE_UNIT = "{'ReadCapacityUnits':1,'WriteCapacityUnits':1}";
  static final String ALL = "{'ProjectionType':'ALL'}";

  private final Map<String, String> members = new LinkedHashMap<>();

  static TableBody provisioned() {
    return new TableBody()
        .with("TableName", "'songs'")
        .with("AttributeDefinitions", attributes("a"))
        .with("KeySchema", key("a"))
        .with("ProvisionedThroughput", ONE_UNIT);
  }

  static TableBody onDemand() {
    return provisioned()
        .with("ProvisionedThroughput", null)
        .with("BillingMode", "'PAY_PER_REQUEST'");
  }

  /** A change of the table. */
  static TableBody update() {
    return new TableBody().with("TableName", "'songs'");
  }

  TableBody with(String member, @Nullable String json) {
    if (json == null) {
      members.remove(member);
    } else {
      members.put(member, json);
    }
    return this;
  }

  /** Attribute definitions; a name may have a type behind a colon, otherwise it is a string. */
  static String attributes(String... names) {
    List<String> each = new ArrayList<>();
    for (String name : names) {
      String[] parts = name.split(":");
      each.add(
          "{'AttributeName':'%s','AttributeType':'%s'}"
              .formatted(parts[0], parts.length > 1 ? parts[1] : "S"));
    }
    return each.toString();
  }

  /** A key schema: the first attribute is the partition key, the others are sort keys. */
  static String key(String... names) {
    List<String> each = new ArrayList<>();
    for (String name : names) {
      each.add(element(name, each.isEmpty() ? "HASH" : "RANGE"));
    }
    return each.toString();
  }

  static String element(String name, String type) {
    return "{'AttributeName':'%s','KeyType':'%s'}".formatted(name, type);
  }

  static String localIndex(String name, String key) {
    return "{'IndexName':'%s','KeySchema':%s,'Projection':%s}".formatted(name, key, ALL);
  }

  static String globalIndex(String name, String key) {
    return "{'IndexName':'%s','KeySchema':%s,'Projection':%s,'ProvisionedThroughput':%s}"
        .formatted(name, key, ALL, ONE_UNIT);
  }

  @Override
  public String toString() {
    List<String> text = new ArrayList<>();
    members.forEach((name, json) -> text.add("'" + name + "':" + json));
    return "{" + String.join(",", text) + "}";
  }
}
