package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads of an index bring whole items, whatever it projects. */
final class IndexProjectsAll implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    boolean narrowed =
        call.body().has(Expressions.PROJECTION) || call.body().has("AttributesToGet");
    List<JsonNode> items = Items.page(reply);
    if (!call.body().has("IndexName") || narrowed || items.isEmpty()) {
      return reply;
    }
    JsonNode table = call.body().path("TableName");
    List<String> keys = Tables.keys(table, store);
    List<JsonNode> whole = new ArrayList<>();
    for (JsonNode item : items) {
      JsonNode stored =
          Tables.keyOf(item, keys)
              .flatMap(key -> new Target(table, key).stored(store))
              .<JsonNode>map(found -> found)
              .orElse(item);
      whole.add(stored);
    }
    Items.setPage(reply, whole);
    return reply;
  }
}
