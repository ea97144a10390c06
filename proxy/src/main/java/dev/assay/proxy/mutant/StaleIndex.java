package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An index never hears of an update: it goes on serving what the item was before. */
final class StaleIndex implements Behaviour {
  private final Versions versions = new Versions();

  @Override
  public Reply answer(Call call, Store store) {
    if (!call.is("Query", "Scan")) {
      return versions.note(call, store);
    }
    Reply reply = store.send(call.copy());
    JsonNode table = call.body().path("TableName");
    List<JsonNode> items = Items.page(reply);
    if (!call.body().has("IndexName") || items.isEmpty()) {
      return reply;
    }
    List<String> keys = Tables.keys(table, store);
    List<JsonNode> stale = new ArrayList<>();
    for (JsonNode item : items) {
      Optional<ObjectNode> previous =
          Tables.keyOf(item, keys).flatMap(key -> versions.previous(table, key));
      stale.add(previous.isPresent() ? previous.get() : item);
    }
    Items.setPage(reply, stale);
    return reply;
  }
}
