package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item that a request writes or reads, by its key.
 *
 * @param table name or ARN, as in the request
 */
record Target(JsonNode table, ObjectNode key) {

  /** The items that a write names, in the order of the request. */
  static List<Target> written(Call call, Store store) {
    List<Target> targets = new ArrayList<>();
    JsonNode body = call.body();
    switch (call.operation()) {
      case "PutItem" ->
          put(body.path("TableName"), body.path("Item"), store).ifPresent(targets::add);
      case "UpdateItem", "DeleteItem" ->
          keyed(body.path("TableName"), body.path("Key")).ifPresent(targets::add);
      case "BatchWriteItem" ->
          body.path("RequestItems")
              .properties()
              .forEach(
                  table -> {
                    JsonNode name = call.body().textNode(table.getKey());
                    for (JsonNode write : table.getValue()) {
                      put(name, write.path("PutRequest").path("Item"), store)
                          .or(() -> keyed(name, write.path("DeleteRequest").path("Key")))
                          .ifPresent(targets::add);
                    }
                  });
      case "TransactWriteItems" -> {
        for (JsonNode action : body.path("TransactItems")) {
          action(action, store).ifPresent(targets::add);
        }
      }
      default -> {
        // No write.
      }
    }
    return targets;
  }

  private static Optional<Target> action(JsonNode action, Store store) {
    JsonNode put = action.path("Put");
    if (!put.isMissingNode()) {
      return put(put.path("TableName"), put.path("Item"), store);
    }
    for (String kind : List.of("Update", "Delete")) {
      JsonNode write = action.path(kind);
      if (!write.isMissingNode()) {
        return keyed(write.path("TableName"), write.path("Key"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Target> put(JsonNode table, JsonNode item, Store store) {
    return item.isObject()
        ? Tables.keyOf(item, Tables.keys(table, store)).map(key -> new Target(table, key))
        : Optional.empty();
  }

  static Optional<Target> keyed(JsonNode table, JsonNode key) {
    return key instanceof ObjectNode object
        ? Optional.of(new Target(table, object))
        : Optional.empty();
  }

  /** The same for the same item, whatever the order of its key's attributes. */
  String name() {
    return name(table, key);
  }

  static String name(JsonNode table, JsonNode key) {
    StringBuilder name = new StringBuilder(table.asText());
    key.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(part -> name.append('\n').append(part.getKey()).append(part.getValue()));
    return name.toString();
  }

  /** The item as it stands; empty when there is none. */
  Optional<ObjectNode> stored(Store store) {
    ObjectNode request = key.objectNode().put("ConsistentRead", true);
    request.set("TableName", table);
    request.set("Key", key);
    return store.look(new Call("GetItem", request)).body().path("Item") instanceof ObjectNode item
        ? Optional.of(item)
        : Optional.empty();
  }

  /** Makes the item what it was. */
  void restore(Optional<ObjectNode> before, Store store) {
    ObjectNode request = key.objectNode();
    request.set("TableName", table);
    if (before.isPresent()) {
      request.set("Item", before.get());
      store.send(new Call("PutItem", request));
    } else {
      request.set("Key", key);
      store.send(new Call("DeleteItem", request));
    }
  }
}
