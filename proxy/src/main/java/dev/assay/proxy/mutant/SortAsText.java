package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;

/** Number sort keys are ordered as if they were text: 10 before 9. */
final class SortAsText implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call.copy());
    List<JsonNode> items = Items.page(reply);
    if (items.size() < 2) {
      return reply;
    }
    JsonNode index = call.body().path("IndexName");
    JsonNode table = call.body().path("TableName");
    List<String> keys =
        index.isTextual()
            ? Tables.keys(table, index.textValue(), store)
            : Tables.keys(table, store);
    if (keys.size() == 2 && items.getFirst().path(keys.get(1)).has("N")) {
      Comparator<JsonNode> asText =
          Comparator.comparing(item -> item.path(keys.get(1)).path("N").asText());
      boolean upwards = call.body().path("ScanIndexForward").asBoolean(true);
      items.sort(upwards ? asText : asText.reversed());
      Items.setPage(reply, items);
    }
    return reply;
  }
}
