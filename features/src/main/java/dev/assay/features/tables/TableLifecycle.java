package dev.assay.features.tables;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.time.Duration;
import java.util.Optional;

/** Creates and deletes tables, waiting for the service where it takes its time. */
record TableLifecycle(Poll poll, Duration deadline) {

  /**
   * Returns when the table is ACTIVE.
   *
   * @throws Divergence when the store refuses
   * @throws DeadlineException when it does not become ACTIVE in time
   */
  void create(StoreClient client, String table, TableSchema schema) throws TransportException {
    Optional<StoreCall> created =
        poll.until(
            deadline,
            () -> {
              StoreCall call = StoreCall.make(client, "CreateTable", schema.named(table));
              if (call.refusedAs("ResourceInUseException")) {
                // Left behind by a run with the same seed that could not clean up.
                StoreCall.make(client, "DeleteTable", named(table));
              }
              return call.busy() ? Optional.empty() : Optional.of(call);
            });
    StoreCall call =
        created.orElseThrow(
            () -> DeadlineException.waiting("for leave to create " + table, deadline));
    if (!call.ok()) {
      throw new Divergence(
          "the store refuses to create the table that the scenario starts from",
          "CreateTable succeeds: " + schema.named(table),
          call.status() + " " + call.body());
    }
    if (poll.until(deadline, () -> active(client, table)).isEmpty()) {
      throw DeadlineException.waiting("for " + table + " to be ACTIVE", deadline);
    }
  }

  boolean exists(StoreClient client, String table) throws TransportException {
    return StoreCall.make(client, "DescribeTable", named(table)).ok();
  }

  private static Optional<Boolean> active(StoreClient client, String table)
      throws TransportException {
    StoreCall call = StoreCall.make(client, "DescribeTable", named(table));
    boolean active = call.body().path("Table").path("TableStatus").asText().equals("ACTIVE");
    for (var index : call.body().path("Table").path("GlobalSecondaryIndexes")) {
      active &= index.path("IndexStatus").asText("ACTIVE").equals("ACTIVE");
    }
    return active ? Optional.of(true) : Optional.empty();
  }

  /**
   * Whether the table is gone or going; false when the store refuses or stays busy until the
   * deadline.
   */
  boolean delete(StoreClient client, String table) throws TransportException {
    Optional<Boolean> first = poll.until(deadline, () -> tryDelete(client, table));
    if (first.equals(Optional.of(false))) {
      // The likeliest refusal for good: a scenario that protected its table.
      unprotect(client, table);
      return poll.until(deadline, () -> tryDelete(client, table)).orElse(false);
    }
    return first.isPresent();
  }

  /** True when gone or going, false when refused for good, empty when it is worth asking again. */
  private static Optional<Boolean> tryDelete(StoreClient client, String table)
      throws TransportException {
    StoreCall call = StoreCall.make(client, "DeleteTable", named(table));
    if (call.busy()) {
      return Optional.empty();
    }
    return Optional.of(call.ok() || call.refusedAs("ResourceNotFoundException"));
  }

  private static void unprotect(StoreClient client, String table) throws TransportException {
    StoreCall.make(client, "UpdateTable", named(table).put("DeletionProtectionEnabled", false));
  }

  static ObjectNode named(String table) {
    return JsonNodeFactory.instance.objectNode().put("TableName", table);
  }
}
