package dev.assay.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The {@code match} object of a rule. */
final class MatchJson {
  private MatchJson() {}

  static Match read(JsonFields fields) {
    fields.onlyKnown("operation", "table", "index", "key", "region", "upstream", "az", "client");
    List<Criterion> criteria = new ArrayList<>();
    texts(fields, "operation", Criterion.OperationIn::new, criteria);
    texts(fields, "table", Criterion.TableIn::new, criteria);
    texts(fields, "index", Criterion.IndexIn::new, criteria);
    if (fields.has("key")) {
      criteria.add(key(fields.object("key")));
    }
    texts(fields, "region", Criterion.RegionIn::new, criteria);
    texts(fields, "upstream", Criterion.UpstreamIn::new, criteria);
    texts(fields, "az", Criterion.AzIn::new, criteria);
    texts(fields, "client", Criterion.ClientIn::new, criteria);
    return new Match(criteria);
  }

  private static void texts(
      JsonFields fields,
      String name,
      Function<Set<String>, Criterion> criterion,
      List<Criterion> into) {
    if (fields.has(name)) {
      into.add(criterion.apply(fields.texts(name)));
    }
  }

  private static Criterion key(JsonFields fields) {
    Map<String, KeyValues> attributes = new LinkedHashMap<>();
    for (String attribute : fields.names()) {
      attributes.put(attribute, values(fields, attribute));
    }
    if (attributes.isEmpty()) {
      throw new RuleFormatException("match.key", "must name at least one attribute, was {}");
    }
    return new Criterion.KeyWithin(attributes);
  }

  private static KeyValues values(JsonFields fields, String attribute) {
    JsonNode node = fields.node(attribute);
    if (node.has("from") || node.has("to")) {
      JsonFields range = fields.object(attribute);
      range.onlyKnown("from", "to");
      return new KeyValues.Between(bound(range, "from"), bound(range, "to"));
    }
    Iterable<JsonNode> members = node.isArray() ? node : List.of(node);
    Set<KeyValue> values = new LinkedHashSet<>();
    for (JsonNode member : members) {
      values.add(
          value(member)
              .orElseThrow(
                  () ->
                      fields.wrong(
                          attribute,
                          "must be a string, a number, {\"B\": base64}, an array of such, or"
                              + " {\"from\": ..., \"to\": ...}")));
    }
    if (values.isEmpty()) {
      throw fields.wrong(attribute, "must name at least one value");
    }
    return new KeyValues.In(values);
  }

  private static Optional<KeyValue> bound(JsonFields range, String name) {
    if (!range.has(name)) {
      return Optional.empty();
    }
    return Optional.of(
        value(range.node(name))
            .orElseThrow(() -> range.wrong(name, "must be a string, a number or {\"B\": base64}")));
  }

  private static Optional<KeyValue> value(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(new KeyValue.Text(node.textValue()));
    }
    if (node.isNumber()) {
      return Optional.of(new KeyValue.Num(node.decimalValue()));
    }
    return KeyValue.ofAttribute(node);
  }

  static ObjectNode write(Match match) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Criterion criterion : match.criteria()) {
      switch (criterion) {
        case Criterion.OperationIn in -> texts(json.putArray("operation"), in.operations());
        case Criterion.TableIn in -> texts(json.putArray("table"), in.tables());
        case Criterion.IndexIn in -> texts(json.putArray("index"), in.indexes());
        case Criterion.KeyWithin in -> write(in, json.putObject("key"));
        case Criterion.RegionIn in -> texts(json.putArray("region"), in.regions());
        case Criterion.UpstreamIn in -> texts(json.putArray("upstream"), in.upstreams());
        case Criterion.AzIn in -> texts(json.putArray("az"), in.zones());
        case Criterion.ClientIn in -> texts(json.putArray("client"), in.clients());
      }
    }
    return json;
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.stream().sorted().forEach(array::add);
  }

  private static void write(Criterion.KeyWithin key, ObjectNode into) {
    key.attributes()
        .forEach(
            (attribute, values) -> {
              switch (values) {
                case KeyValues.In in -> {
                  ArrayNode array = into.putArray(attribute);
                  in.values().stream()
                      .map(MatchJson::json)
                      .sorted(java.util.Comparator.comparing(JsonNode::toString))
                      .forEach(array::add);
                }
                case KeyValues.Between between -> {
                  ObjectNode range = into.putObject(attribute);
                  between.from().ifPresent(from -> range.set("from", json(from)));
                  between.to().ifPresent(to -> range.set("to", json(to)));
                }
              }
            });
  }

  private static JsonNode json(KeyValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case KeyValue.Text(String text) -> nodes.textNode(text);
      case KeyValue.Num(BigDecimal number) -> nodes.numberNode(number);
      case KeyValue.Binary(String base64) -> nodes.objectNode().put("B", base64);
    };
  }
}
