package dev.assay.features.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One line's members, each wanted in one form. */
record Fields(int line, JsonNode json) {
  boolean has(String field) {
    return json.has(field);
  }

  String text(String field) throws HistoryFormatException {
    return checked(field, json.path(field).isTextual(), "a text").asText();
  }

  String textOr(String field, String otherwise) {
    return json.path(field).asText(otherwise);
  }

  boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  long number(String field) throws HistoryFormatException {
    return checked(field, json.path(field).canConvertToLong(), "a whole number").asLong();
  }

  int count(String field) throws HistoryFormatException {
    return has(field) ? Math.toIntExact(number(field)) : 0;
  }

  OptionalLong numberOrNull(String field) throws HistoryFormatException {
    boolean right = json.path(field).isNull() || json.path(field).canConvertToLong();
    return CallJson.optional(checked(field, right, "a whole number or null"));
  }

  JsonNode array(String field) throws HistoryFormatException {
    return checked(field, json.path(field).isArray(), "an array");
  }

  JsonNode object(String field) throws HistoryFormatException {
    return checked(field, json.path(field).isObject(), "an object");
  }

  List<String> texts(String field) throws HistoryFormatException {
    List<String> texts = new ArrayList<>();
    array(field).forEach(element -> texts.add(element.asText()));
    return List.copyOf(texts);
  }

  HistoryFormatException wrong(String field, String expected) {
    return new HistoryFormatException(
        line,
        "'%s' must be %s, was %s"
            .formatted(field, expected, has(field) ? json.path(field) : "missing"));
  }

  private JsonNode checked(String field, boolean right, String expected)
      throws HistoryFormatException {
    if (!right) {
      throw wrong(field, expected);
    }
    return json.path(field);
  }
}
