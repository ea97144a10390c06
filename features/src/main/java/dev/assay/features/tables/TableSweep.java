package dev.assay.features.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Empties a table, so that the next scenario finds it as if it were new. */
record TableSweep(Poll poll, Duration deadline) {
  private static final int BATCH = 25;

  /** Whether the table and its indexes are known to be empty now. */
  boolean empty(StoreClient client, String table, TableSchema schema) throws TransportException {
    boolean empty = poll.until(deadline, () -> sweepPage(client, table, schema)).orElse(false);
    for (String index : schema.globalIndexes()) {
      // A global index follows its table in its own time.
      empty = empty && poll.until(deadline, () -> indexEmpty(client, table, index)).orElse(false);
    }
    return empty;
  }

  /** Deletes what one page of a scan shows; present once there is nothing more, or no hope. */
  private static Optional<Boolean> sweepPage(StoreClient client, String table, TableSchema schema)
      throws TransportException {
    ObjectNode scan = TableLifecycle.named(table).put("ConsistentRead", true);
    StoreCall page = StoreCall.make(client, "Scan", scan);
    if (!page.ok()) {
      return page.busy() ? Optional.empty() : Optional.of(false);
    }
    List<ObjectNode> deletes = new ArrayList<>();
    page.body().path("Items").forEach(item -> deletes.add(delete(item, schema)));
    for (int from = 0; from < deletes.size(); from += BATCH) {
      ObjectNode request = scan.objectNode();
      ArrayNode batch = request.putObject("RequestItems").putArray(table);
      deletes.subList(from, Math.min(from + BATCH, deletes.size())).forEach(batch::add);
      // What is refused or left unprocessed shows up in the next scan.
      StoreCall.make(client, "BatchWriteItem", request);
    }
    return deletes.isEmpty() && !page.body().has("LastEvaluatedKey")
        ? Optional.of(true)
        : Optional.empty();
  }

  private static ObjectNode delete(JsonNode item, TableSchema schema) {
    ObjectNode delete = ((ObjectNode) item).objectNode();
    ObjectNode key = delete.putObject("DeleteRequest").putObject("Key");
    schema.keyAttributes().forEach(name -> key.set(name, item.path(name)));
    return delete;
  }

  private static Optional<Boolean> indexEmpty(StoreClient client, String table, String index)
      throws TransportException {
    ObjectNode scan = TableLifecycle.named(table).put("IndexName", index).put("Select", "COUNT");
    StoreCall call = StoreCall.make(client, "Scan", scan);
    return call.ok() && call.body().path("Count").asInt(1) == 0
        ? Optional.of(true)
        : Optional.empty();
  }
}
