package dev.assay.features.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes a global table apart, so that its first region's table can be deleted like any other. */
record GlobalTeardown(List<StoreClient> regions, Poll poll, Duration deadline) {

  /**
   * Deletes all replicas but the first region's; of those of no global table, every table of that
   * name.
   */
  void dismantle(String table) throws TransportException {
    StoreClient first = regions.getFirst();
    Optional<Boolean> unused = poll.until(deadline, () -> deleteReplicas(first, table));
    for (StoreClient other : regions.subList(1, regions.size())) {
      unused = poll.until(deadline, () -> deleteTable(other, table));
    }
  }

  private static Optional<Boolean> deleteReplicas(StoreClient first, String table)
      throws TransportException {
    JsonNode description =
        StoreCall.make(first, "DescribeTable", TableLifecycle.named(table)).body().path("Table");
    JsonNode replicas = description.path("Replicas");
    if (replicas.isEmpty()) {
      return Optional.of(true);
    }
    ObjectNode update = TableLifecycle.named(table);
    ArrayNode deletions = update.putArray("ReplicaUpdates");
    boolean strong = description.path("MultiRegionConsistency").asText().equals("STRONG");
    for (JsonNode replica : replicas) {
      // One at a time, unless they may only go together.
      if (strong || deletions.isEmpty()) {
        delete(deletions, replica);
      }
    }
    if (!description.path("GlobalTableWitnesses").isEmpty()) {
      ArrayNode witnesses = update.putArray("GlobalTableWitnessUpdates");
      description.path("GlobalTableWitnesses").forEach(witness -> delete(witnesses, witness));
    }
    StoreCall call = StoreCall.make(first, "UpdateTable", update);
    return call.ok() || call.busy() ? Optional.empty() : Optional.of(false);
  }

  private static void delete(ArrayNode updates, JsonNode replica) {
    updates.addObject().putObject("Delete").put("RegionName", replica.path("RegionName").asText());
  }

  private static Optional<Boolean> deleteTable(StoreClient region, String table)
      throws TransportException {
    StoreCall call = StoreCall.make(region, "DeleteTable", TableLifecycle.named(table));
    return call.busy() ? Optional.empty() : Optional.of(call.ok());
  }
}
