package dev.assay.features.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What was seen, as members of a history's line. */
final class SeenJson {
  private SeenJson() {}

  static void write(Seen seen, ObjectNode line) {
    switch (seen) {
      case Seen.Nothing nothing -> {}
      case Seen.Value value -> line.set("value", number(value.value()));
      case Seen.Lists lists -> {
        ObjectNode byKey = line.putObject("lists");
        lists.lists().forEach((key, list) -> list.forEach(byKey.putArray(key)::add));
      }
      case Seen.Values values -> {
        ObjectNode byKey = line.putObject("values");
        values.values().forEach(byKey::put);
      }
      case Seen.Records records -> {
        ArrayNode all = line.putArray("records");
        for (Seen.Change change : records.records()) {
          ObjectNode one = all.addObject();
          one.put("key", change.key()).put("sequence", change.sequence());
          one.put("event", change.event());
          one.set("before", number(change.before()));
          one.set("after", number(change.after()));
        }
      }
    }
  }

  static JsonNode number(OptionalLong value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return value.isPresent() ? nodes.numberNode(value.getAsLong()) : nodes.nullNode();
  }

  static Seen read(Fields line) throws HistoryFormatException {
    if (line.has("value")) {
      return new Seen.Value(line.numberOrNull("value"));
    }
    if (line.has("lists")) {
      Map<String, List<Long>> lists = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : line.object("lists").properties()) {
        List<Long> list = new ArrayList<>();
        for (JsonNode element : entry.getValue()) {
          if (!element.isIntegralNumber()) {
            throw line.wrong("lists", "lists of whole numbers by key");
          }
          list.add(element.asLong());
        }
        lists.put(entry.getKey(), List.copyOf(list));
      }
      return new Seen.Lists(lists);
    }
    if (line.has("values")) {
      Map<String, Long> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : line.object("values").properties()) {
        if (!entry.getValue().isIntegralNumber()) {
          throw line.wrong("values", "whole numbers by key");
        }
        values.put(entry.getKey(), entry.getValue().asLong());
      }
      return new Seen.Values(values);
    }
    return line.has("records") ? records(line) : Seen.nothing();
  }

  private static Seen records(Fields line) throws HistoryFormatException {
    List<Seen.Change> changes = new ArrayList<>();
    for (JsonNode one : line.array("records")) {
      if (!one.path("key").isTextual() || !one.path("sequence").asText().matches("[0-9]+")) {
        throw line.wrong("records", "records with key, sequence, event, before and after");
      }
      changes.add(
          new Seen.Change(
              one.path("key").asText(),
              one.path("sequence").asText(),
              one.path("event").asText(),
              CallJson.optional(one.path("before")),
              CallJson.optional(one.path("after"))));
    }
    return new Seen.Records(List.copyOf(changes));
  }
}
