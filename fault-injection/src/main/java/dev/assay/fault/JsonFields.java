package dev.assay.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The fields of one JSON object in a rule; every complaint names the field by its path. */
final class JsonFields {
  private static final int SHOWN_CHARACTERS = 80;

  private final JsonNode object;
  private final String prefix;

  private JsonFields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  static JsonFields ofRoot(JsonNode node) {
    if (!node.isObject()) {
      throw new RuleFormatException("rule", "must be a JSON object, was " + shown(node));
    }
    return new JsonFields(node, "");
  }

  /** The object in a field, or one without fields when the field is absent. */
  JsonFields object(String name) {
    JsonNode node = object.path(name);
    if (!node.isMissingNode() && !node.isObject()) {
      throw wrong(name, "must be a JSON object");
    }
    return new JsonFields(node, prefix + name + ".");
  }

  /** Refuses fields that are not among these. */
  void onlyKnown(String... known) {
    List<String> words = Arrays.asList(known);
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!words.contains(name)) {
        String hint =
            NearestWord.to(name, words)
                .map(word -> "; did you mean " + word + "?")
                .orElse("; known are " + String.join(", ", words));
        throw new RuleFormatException(prefix + name, "is not a known field" + hint);
      }
    }
  }

  boolean has(String name) {
    return object.has(name);
  }

  String word(String name, List<String> known) {
    String what = "must be one of " + String.join(", ", known);
    JsonNode node = object.path(name);
    if (node.isMissingNode()) {
      throw new RuleFormatException(prefix + name, what + ", was missing");
    }
    if (!node.isTextual()) {
      throw wrong(name, what);
    }
    if (!known.contains(node.textValue())) {
      String hint =
          NearestWord.to(node.textValue(), known)
              .map(near -> "; did you mean " + near + "?")
              .orElse("");
      throw new RuleFormatException(prefix + name, what + ", was " + shown(node) + hint);
    }
    return node.textValue();
  }

  Optional<String> text(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw wrong(name, "must be a string");
    }
    return Optional.of(node.textValue());
  }

  /** A string or an array of strings, none of them empty. */
  Set<String> texts(String name) {
    JsonNode node = object.path(name);
    Iterable<JsonNode> members = node.isArray() ? node : List.of(node);
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode member : members) {
      if (!member.isTextual() || member.textValue().isEmpty()) {
        throw wrong(name, "must be a string or an array of strings");
      }
      texts.add(member.textValue());
    }
    if (texts.isEmpty()) {
      throw wrong(name, "must name at least one");
    }
    return texts;
  }

  OptionalLong whole(String name, long min, long max) {
    JsonNode node = object.path(name);
    if (node.isMissingNode()) {
      return OptionalLong.empty();
    }
    boolean fits = node.isIntegralNumber() && node.canConvertToLong();
    if (!fits || node.longValue() < min || node.longValue() > max) {
      throw wrong(name, between(min, max));
    }
    return OptionalLong.of(node.longValue());
  }

  long requiredWhole(String name, long min, long max) {
    return whole(name, min, max)
        .orElseThrow(
            () -> new RuleFormatException(prefix + name, between(min, max) + ", was missing"));
  }

  double share(String name) {
    JsonNode node = object.path(name);
    if (node.isMissingNode()) {
      return 1;
    }
    if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
      throw wrong(name, "must be a number between 0 and 1");
    }
    return node.doubleValue();
  }

  private static String between(long min, long max) {
    return max == Long.MAX_VALUE
        ? min == Long.MIN_VALUE ? "must be a whole number" : "must be a whole number from " + min
        : "must be a number between " + min + " and " + max;
  }

  private RuleFormatException wrong(String name, String what) {
    return new RuleFormatException(prefix + name, what + ", was " + shown(object.path(name)));
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "missing";
    }
    String json = node.toString();
    return json.length() <= SHOWN_CHARACTERS ? json : json.substring(0, SHOWN_CHARACTERS) + "...";
  }
}
