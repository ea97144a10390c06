package dev.assay.features.notation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares expected JSON, which may hold matchers, with actual JSON. Numbers are compared by value;
 * members of {@code SS}, {@code NS} and {@code BS} in any order. A string of the expected JSON may
 * be a matcher:
 *
 * <pre>
 *   "{any}"            anything, but present       "{absent}"        not present
 *   "{text}"           any string                  "{number}"        any number
 *   "{matches:REGEX}"  a string that matches       "{value:1e3}"     a string holding that number
 *   "{between:1:5}"    a number from 1 to 5        ["{unordered}", ...]  an array in any order
 *   ["{some}", ...]    an array with these elements among others
 * </pre>
 */
public final class JsonMatch {
  private static final Set<String> SETS = Set.of("SS", "NS", "BS");

  private final boolean subset;

  private JsonMatch(boolean subset) {
    this.subset = subset;
  }

  /** The first difference, as "at PATH: expected ..., but was ...", if there is one. */
  public static Optional<String> exact(JsonNode expected, JsonNode actual) {
    return new JsonMatch(false).difference("", expected, actual);
  }

  /** As {@link #exact}, but objects may have members that the expected ones lack. */
  public static Optional<String> subset(JsonNode expected, JsonNode actual) {
    return new JsonMatch(true).difference("", expected, actual);
  }

  private Optional<String> difference(String path, JsonNode expected, JsonNode actual) {
    Matcher matcher = Matcher.of(expected);
    if (matcher != null) {
      return matcher.accepts(actual) ? Optional.empty() : differs(path, expected, actual);
    }
    if (expected.isObject() && actual.isObject()) {
      return objects(path, expected, actual);
    }
    if (expected.isArray() && actual.isArray()) {
      return arrays(path, expected, actual);
    }
    boolean same =
        (expected.isNumber() && actual.isNumber())
            ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
            : expected.equals(actual);
    return same ? Optional.empty() : differs(path, expected, actual);
  }

  private Optional<String> objects(String path, JsonNode expected, JsonNode actual) {
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      String name = member.getKey();
      String inner = path.isEmpty() ? name : path + "." + name;
      JsonNode value = actual.path(name);
      Optional<String> difference =
          SETS.contains(name) && member.getValue().isArray() && value.isArray()
              ? unordered(inner, elements(member.getValue()), value, false)
              : difference(inner, member.getValue(), value);
      if (difference.isPresent()) {
        return difference;
      }
    }
    if (!subset) {
      Iterator<String> names = actual.fieldNames();
      while (names.hasNext()) {
        String name = names.next();
        if (!expected.has(name)) {
          return Optional.of(
              "at "
                  + place(path)
                  + ": unexpected member \""
                  + name
                  + "\": "
                  + brief(actual.get(name)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> arrays(String path, JsonNode expected, JsonNode actual) {
    String first = expected.isEmpty() ? "" : expected.get(0).asText();
    if (first.equals("{unordered}") || first.equals("{some}")) {
      List<JsonNode> rest = elements(expected);
      return unordered(path, rest.subList(1, rest.size()), actual, first.equals("{some}"));
    }
    if (expected.size() != actual.size()) {
      return Optional.of(
          "at "
              + place(path)
              + ": expected "
              + expected.size()
              + " elements, but there are "
              + actual.size()
              + ": "
              + brief(actual));
    }
    for (int i = 0; i < expected.size(); i++) {
      Optional<String> difference =
          difference(path + "[" + i + "]", expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> unordered(
      String path, List<JsonNode> expected, JsonNode actual, boolean others) {
    List<JsonNode> left = elements(actual);
    for (JsonNode wanted : expected) {
      Optional<JsonNode> found =
          left.stream().filter(a -> difference(path, wanted, a).isEmpty()).findFirst();
      if (found.isEmpty()) {
        return Optional.of(
            "at " + place(path) + ": no element " + brief(wanted) + " among " + brief(actual));
      }
      left.remove(found.get());
    }
    return left.isEmpty() || others
        ? Optional.empty()
        : Optional.of("at " + place(path) + ": unexpected element " + brief(left.getFirst()));
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static Optional<String> differs(String path, JsonNode expected, JsonNode actual) {
    String was = actual.isMissingNode() ? "is absent" : "was " + brief(actual);
    return Optional.of("at " + place(path) + ": expected " + brief(expected) + ", but " + was);
  }

  private static String place(String path) {
    return path.isEmpty() ? "the top" : path;
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() <= 300
        ? text
        : text.substring(0, 300) + "... (" + text.length() + " characters)";
  }

  /** A string of the expected JSON that stands for more than itself. */
  private record Matcher(String name, String argument) {
    private static final Set<String> NAMES =
        Set.of("any", "absent", "text", "number", "matches", "value", "between");

    static @Nullable Matcher of(JsonNode expected) {
      String text = expected.isTextual() ? expected.textValue() : "";
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return null;
      }
      String inside = text.substring(1, text.length() - 1);
      int colon = inside.indexOf(':');
      String name = colon < 0 ? inside : inside.substring(0, colon);
      return NAMES.contains(name)
          ? new Matcher(name, colon < 0 ? "" : inside.substring(colon + 1))
          : null;
    }

    boolean accepts(JsonNode actual) {
      return switch (name) {
        case "any" -> !actual.isMissingNode();
        case "absent" -> actual.isMissingNode();
        case "text" -> actual.isTextual();
        case "number" -> actual.isNumber();
        case "matches" -> actual.isTextual() && actual.textValue().matches(argument);
        case "value" -> actual.isTextual() && isValue(actual.textValue());
        default -> actual.isNumber() && isBetween(actual.decimalValue());
      };
    }

    private boolean isValue(String actual) {
      try {
        return new BigDecimal(actual).compareTo(new BigDecimal(argument)) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    private boolean isBetween(BigDecimal actual) {
      int colon = argument.indexOf(':');
      return actual.compareTo(new BigDecimal(argument.substring(0, colon))) >= 0
          && actual.compareTo(new BigDecimal(argument.substring(colon + 1))) <= 0;
    }
  }
}
