package dev.assay.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** Names of all fields, in their order. */
  List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  void atMostOneOf(String... names) {
    List<String> given = Arrays.stream(names).filter(this::has).toList();
    if (given.size() > 1) {
      throw new RuleFormatException(
          prefix + given.get(1), "cannot be given together with " + given.getFirst());
    }
  }

  /** An array of known words, in its order. */
  List<String> words(String name, List<String> known) {
    String what = "must be an array of " + String.join(", ", known);
    JsonNode node = object.path(name);
    if (!node.isArray() || node.isEmpty()) {
      throw wrong(name, what);
    }
    List<String> words = new ArrayList<>();
    for (JsonNode member : node) {
      if (!known.contains(member.asText())) {
        String hint =
            NearestWord.to(member.asText(), known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        throw new RuleFormatException(
            prefix + name + "[" + words.size() + "]",
            "must be one of " + String.join(", ", known) + ", was " + shown(member) + hint);
      }
      words.add(member.textValue());
    }
    return words;
  }

  /** An array of whole numbers, at least one. */
  SortedSet<Integer> wholes(String name, int min, int max) {
    JsonNode node = object.path(name);
    SortedSet<Integer> numbers = new TreeSet<>();
    for (JsonNode member : node.isArray() ? node : List.of(node)) {
      if (!member.isInt() || member.intValue() < min || member.intValue() > max) {
        throw wrong(name, "must be an array of whole numbers between " + min + " and " + max);
      }
      numbers.add(member.intValue());
    }
    if (numbers.isEmpty()) {
      throw wrong(name, "must name at least one");
    }
    return numbers;
  }

  double requiredNumber(String name, double min, double max) {
    JsonNode node = object.path(name);
    if (!node.isNumber() || !(node.doubleValue() >= min && node.doubleValue() <= max)) {
      throw wrong(name, "must be a number between " + plain(min) + " and " + plain(max));
    }
    return node.doubleValue();
  }

  /** A field's name that is itself a number. */
  double nameAsNumber(String name, double min, double max) {
    try {
      double number = Double.parseDouble(name);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of bounds.
    }
    throw new RuleFormatException(
        prefix + name,
        "must have a name that is a number between " + plain(min) + " and " + plain(max));
  }

  /** A number without a fraction that it does not need. */
  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
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

  RuleFormatException wrong(String name, String what) {
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
