package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads of an index bring keys only, whatever it projects. */
final class IndexProjectsKeys implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    List<JsonNode> items = Items.page(reply);
    JsonNode index = call.body().path("IndexName");
    if (!index.isTextual() || items.isEmpty()) {
      return reply;
    }
    JsonNode table = call.body().path("TableName");
    Set<String> keys = new HashSet<>(Tables.keys(table, store));
    keys.addAll(Tables.keys(table, index.textValue(), store));
    for (JsonNode item : items) {
      if (item instanceof ObjectNode attributes) {
        attributes.retain(keys);
      }
    }
    return reply;
  }
}
