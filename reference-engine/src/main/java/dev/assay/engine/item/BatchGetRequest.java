package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.value.AttributeMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A BatchGetItem request: for each table its keys and what to return of their items. */
final class BatchGetRequest {
  private static final int MAX_KEYS = 100;

  private @Nullable Map<String, Keys> tables;
  private @Nullable String returnConsumedCapacity;

  /** The keys of one table. */
  static final class Keys {
    private @Nullable List<WireAttributes> keys;
    private @Nullable List<String> attributesToGet;
    private @Nullable String projectionExpression;
    private @Nullable Map<String, String> names;
    private @Nullable Boolean consistentRead;
    private @Nullable Projection projection;

    List<AttributeMap> keyMaps() {
      return keys == null ? List.of() : keys.stream().map(WireAttributes::attributes).toList();
    }

    boolean isConsistent() {
      return Boolean.TRUE.equals(consistentRead);
    }

    @Nullable Projection projection() {
      return projection;
    }

    void parseProjection() {
      if (projectionExpression == null) {
        if (names != null) {
          ExpressionScope.refuseWithoutExpressions(names, null, "");
        }
        projection = attributesToGet == null ? null : ReadProjection.ofNames(attributesToGet);
        return;
      }
      ExpressionScope scope = new ExpressionScope(names, null);
      projection = Projection.parse(projectionExpression, scope);
      scope.checkAllUsed();
    }

    /** Writes the request of the keys from {@code from} on, to be sent again. */
    void writeFrom(String table, int from, JsonWriter out) {
      List<AttributeMap> all = keyMaps();
      out.startObject(table).items("Keys", all.subList(from, all.size()));
      if (consistentRead != null) {
        out.member("ConsistentRead", consistentRead);
      }
      if (projectionExpression != null) {
        out.member("ProjectionExpression", projectionExpression);
      }
      if (attributesToGet != null) {
        out.strings("AttributesToGet", attributesToGet);
      }
      if (names != null) {
        out.startObject("ExpressionAttributeNames");
        names.forEach(out::member);
        out.endObject();
      }
      out.endObject();
    }
  }

  static BatchGetRequest read(JsonReader in) {
    BatchGetRequest request = new BatchGetRequest();
    in.request(
        name -> {
          switch (name) {
            case "RequestItems" ->
                request.tables =
                    in.map(
                        JsonReader.model("KeysAndAttributes"),
                        Position.MEMBER,
                        position -> readKeys(in, position));
            case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
            default -> in.skip();
          }
        });
    return request;
  }

  private static @Nullable Keys readKeys(JsonReader in, Position position) {
    Keys keys = new Keys();
    boolean present =
        in.structure(
            "KeysAndAttributes",
            position,
            name -> {
              switch (name) {
                case "Keys" -> keys.keys = in.list(in::attributes);
                case "AttributesToGet" -> keys.attributesToGet = in.strings();
                case "ConsistentRead" -> keys.consistentRead = in.bool();
                case "ProjectionExpression" -> keys.projectionExpression = in.string();
                case "ExpressionAttributeNames" -> keys.names = in.stringMap();
                default -> in.skip();
              }
            });
    return present ? keys : null;
  }

  Map<String, Keys> tables() {
    return Objects.requireNonNull(tables);
  }

  @Nullable String returnConsumedCapacity() {
    return returnConsumedCapacity;
  }

  /** Checks everything that can be checked without the tables. */
  void check(Layer layer) {
    if (tables != null && tables.isEmpty()) {
      Constraints.naming().size("requestItems", tables.keySet(), 1, Integer.MAX_VALUE).verify();
    }
    Constraints constraints = Constraints.echoing();
    constraints.oneOf(
        "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
    constraints.required("requestItems", tables);
    if (tables == null) {
      constraints.verify();
      return;
    }
    if (!tables.keySet().stream().allMatch(BatchNames::isTableName)) {
      constraints.broken("requestItems", echo(), BatchNames.CONSTRAINT);
    }
    tables.forEach(
        (table, keys) -> constraints.required("requestItems." + table + ".member.keys", keys.keys));
    constraints.verify();
    int count = 0;
    for (Map.Entry<String, Keys> entry : tables.entrySet()) {
      List<WireAttributes> keys = Objects.requireNonNull(entry.getValue().keys);
      checkCount(entry.getKey(), keys.size());
      count += keys.size();
    }
    if (count > MAX_KEYS) {
      throw ServiceException.validation("Too many items requested for the BatchGetItem call");
    }
    Mixture mixture = new Mixture();
    tables.values().forEach(keys -> mixture.legacy("AttributesToGet", keys.attributesToGet));
    tables
        .values()
        .forEach(keys -> mixture.expression("ProjectionExpression", keys.projectionExpression));
    mixture.check();
    for (Keys keys : tables.values()) {
      Objects.requireNonNull(keys.keys).forEach(layer::check);
      keys.parseProjection();
    }
  }

  /** The name of the table is told as it was sent, whatever the case of its letters (fact 131). */
  private static void checkCount(String table, int keys) {
    if (keys < 1 || keys > MAX_KEYS) {
      Constraints constraints = Constraints.naming();
      constraints.violation(
          "Value at 'RequestItems."
              + table
              + ".member.Keys' failed to satisfy constraint: Member must have length "
              + (keys < 1 ? "greater than or equal to 1" : "less than or equal to " + MAX_KEYS));
      constraints.verify();
    }
  }

  /** The map as JSON, which is how the service prints it (fact 119). */
  private String echo() {
    JsonWriter out = new JsonWriter().startObject();
    tables().forEach((table, keys) -> keys.writeFrom(table, 0, out));
    return new String(out.endObject().toByteArray(), StandardCharsets.UTF_8);
  }
}
