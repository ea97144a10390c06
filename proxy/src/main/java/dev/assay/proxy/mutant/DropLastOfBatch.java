package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The last write or key of each table in a batch is passed over, if it has several. */
final class DropLastOfBatch implements RequestChange {
  @Override
  public void change(Call call) {
    for (JsonNode table : call.body().path("RequestItems")) {
      JsonNode entries = table.isArray() ? table : table.path("Keys");
      if (entries instanceof ArrayNode list && list.size() > 1) {
        list.remove(list.size() - 1);
      }
    }
  }
}
