package dev.assay.engine.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns a valid request into one that may be anything. */
final class Mutation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> STRINGS =
      List.of(
          "",
          " ",
          "a",
          "pk",
          "fuzz-a",
          "#n",
          ":v",
          "SET",
          "a = :v",
          "((((",
          "NOT NOT NOT a = :v",
          "attribute_exists(a)",
          "size(a) > :v",
          "a[0].b[1]",
          "REMOVE a[0], a[1]",
          "ADD n :v",
          "pk = :p AND begins_with(sk, :s)",
          "a BETWEEN :v AND :v",
          "a IN (:v, :v)",
          "1e400",
          "-0",
          "9".repeat(60),
          "1e-131",
          "NaN",
          "AA==",
          "A",
          "\u0000",
          "\ud83d\ude00",
          "\u00e9",
          "SELECT * FROM \"fuzz-a\"",
          "SELECT * FROM \"fuzz-a\" WHERE pk = 'a'",
          "INSERT INTO \"fuzz-a\" VALUE {'pk':'a','sk':'b'}",
          "UPDATE \"fuzz-a\" SET a=1",
          "arn:aws:dynamodb:us-east-1:000000000000:table/fuzz-a",
          "ALL_NEW",
          "TOTAL",
          "INDEXES",
          "KEYS_ONLY",
          "HASH",
          "RANGE",
          "PAY_PER_REQUEST",
          "x".repeat(5000));

  private final RandomGenerator random;
  private final ObjectMapper json;

  Mutation(RandomGenerator random, ObjectMapper json) {
    this.random = random;
    this.json = json;
  }

  /** A changed copy: each of a few places is replaced, removed, repeated, wrapped or moved. */
  JsonNode of(JsonNode request) {
    JsonNode copy = request.deepCopy();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(copy);
    }
    return copy;
  }

  /** The bytes of a request, now and then cut short, damaged, or no JSON at all. */
  byte[] bytesOf(JsonNode request) throws JsonProcessingException {
    byte[] bytes = json.writeValueAsBytes(request);
    switch (random.nextInt(30)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      case 1 -> {
        for (int i = 0; i < 3 && bytes.length > 0; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
      }
      default -> {}
    }
    return bytes;
  }

  private void change(JsonNode root) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name =
          names.isEmpty() || random.nextInt(6) == 0
              ? string()
              : names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        object.remove(name);
      } else {
        object.set(name, replacement(object.get(name)));
      }
    } else if (container instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(replacement(null));
      } else if (random.nextBoolean()) {
        array.set(random.nextInt(array.size()), replacement(null));
      } else {
        JsonNode element = array.get(random.nextInt(array.size()));
        int copies = 1 + random.nextInt(random.nextInt(10) == 0 ? 120 : 3);
        for (int i = 0; i < copies; i++) {
          array.add(element.deepCopy());
        }
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private JsonNode replacement(@Nullable JsonNode old) {
    return switch (random.nextInt(12)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(200) - 50);
      case 3 -> NODES.numberNode(random.nextDouble() * 1e12);
      case 4 -> NODES.objectNode();
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.objectNode().put("S", string());
      case 7 -> NODES.objectNode().put("N", string());
      case 8 -> nested(1 + random.nextInt(random.nextInt(20) == 0 ? 1900 : 40));
      case 9 -> old == null ? NODES.textNode(string()) : NODES.objectNode().set("M", old);
      default -> NODES.textNode(string());
    };
  }

  private JsonNode nested(int levels) {
    JsonNode value = NODES.objectNode().put("S", "leaf");
    for (int i = 0; i < levels; i++) {
      value =
          random.nextBoolean()
              ? NODES.objectNode().set("L", NODES.arrayNode().add(value))
              : NODES.objectNode().set("M", NODES.objectNode().set("m", value));
    }
    return value;
  }

  private String string() {
    return STRINGS.get(random.nextInt(STRINGS.size()));
  }
}
