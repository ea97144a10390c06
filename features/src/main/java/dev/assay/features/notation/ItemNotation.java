package dev.assay.features.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The short way to write attribute values in a feature file, read into DynamoDB JSON.
 *
 * <pre>
 *   "text"            S        12, -0.5, 1e3     N (kept as written)
 *   b"aGk="           B        true, false       BOOL
 *   null              NULL     [1, "a"]          L
 *   {a: 1, "b c": 2}  M        &lt;&lt;"a", "b"&gt;&gt;       SS, and NS or BS by what is in it
 * </pre>
 */
public final class ItemNotation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;

  private ItemNotation(String text) {
    this.text = text;
  }

  /** One attribute value, for example {@code {"S":"text"}}. */
  public static ObjectNode value(String text) {
    ItemNotation reader = new ItemNotation(text);
    ObjectNode value = reader.value();
    reader.end();
    return value;
  }

  /** A whole item, written as a map. */
  public static ObjectNode item(String text) {
    if (value(text).get("M") instanceof ObjectNode item) {
      return item;
    }
    throw new IllegalArgumentException("an item is written {name: value, ...}, not " + text);
  }

  private ObjectNode value() {
    skipSpace();
    if (at >= text.length()) {
      throw wrong("a value");
    }
    char c = text.charAt(at);
    if (c == '"') {
      return typed("S", NODES.textNode(string()));
    }
    if (c == 'b' && text.startsWith("b\"", at)) {
      at++;
      return typed("B", NODES.textNode(string()));
    }
    if (c == '[') {
      return typed("L", list());
    }
    if (c == '{') {
      return typed("M", map());
    }
    if (text.startsWith("<<", at)) {
      return set();
    }
    return bare(word());
  }

  private ObjectNode bare(String word) {
    return switch (word) {
      case "true" -> typed("BOOL", NODES.booleanNode(true));
      case "false" -> typed("BOOL", NODES.booleanNode(false));
      case "null" -> typed("NULL", NODES.booleanNode(true));
      default -> {
        if (!word.matches("[+-]?[0-9.][0-9.eE+-]*")) {
          throw new IllegalArgumentException(
              "'" + word + "' is no value; a string is written in double quotes: " + text);
        }
        yield typed("N", NODES.textNode(word));
      }
    };
  }

  private ArrayNode list() {
    ArrayNode list = NODES.arrayNode();
    at++;
    while (!accept("]")) {
      list.add(value());
      acceptSeparator("]");
    }
    return list;
  }

  private ObjectNode map() {
    ObjectNode map = NODES.objectNode();
    at++;
    while (!accept("}")) {
      skipSpace();
      String name = at < text.length() && text.charAt(at) == '"' ? string() : word();
      if (!accept(":")) {
        throw wrong("':'");
      }
      map.set(name, value());
      acceptSeparator("}");
    }
    return map;
  }

  private ObjectNode set() {
    at += 2;
    ArrayNode members = NODES.arrayNode();
    String type = "S";
    while (!accept(">>")) {
      ObjectNode member = value();
      type = member.fieldNames().next();
      members.add(member.get(type));
      acceptSeparator(">>");
    }
    return typed(type + "S", members);
  }

  private void acceptSeparator(String end) {
    if (!accept(",")) {
      skipSpace();
      if (!text.startsWith(end, at)) {
        throw wrong("',' or '" + end + "'");
      }
    }
  }

  private String string() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw wrong("a closing double quote");
    }
    at++;
    JsonNode read = Json.parse(text.substring(start, at));
    return read.textValue();
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",:]}> \t\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw wrong("a value");
    }
    return text.substring(start, at);
  }

  private boolean accept(String token) {
    skipSpace();
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void end() {
    skipSpace();
    if (at < text.length()) {
      throw wrong("the end");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "expected " + expected + " at character " + (at + 1) + " of: " + text);
  }

  private static ObjectNode typed(String type, JsonNode value) {
    ObjectNode node = NODES.objectNode();
    node.set(type, value);
    return node;
  }
}
