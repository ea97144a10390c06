package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.time.Instant;

/** DeleteTable. */
public final class DeleteTable implements Operation {
  @Override
  public String name() {
    return "DeleteTable";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), tableName));
    Table deleted =
        region
            .network()
            .exclusively(
                () -> region.transitions().change(region.clock(), () -> delete(region, tableName)));
    call.out().startObject();
    new TableDescription(region, deleted, deleted.definition(), region.clock().instant())
        .writeDeleted(call.out(), "TableDescription");
    call.out().endObject();
  }

  private static Table delete(Region region, String tableName) {
    Table table = Tables.require(region, tableName);
    Membership membership = Replicas.membership(table.definition());
    if (membership != null && membership.isStrong()) {
      throw ReplicaRules.unconfirmed(
          "A single replica or witness cannot be deleted from a global table with"
              + " MultiRegionConsistency STRONG");
    }
    requireDeletable(region, table.definition());
    Quotas.requireTurn(region);
    Replicas.leave(region, table.definition());
    new Lifecycle(region, table).delete();
    return table;
  }

  /** Refuses to delete a table that is changing, or protected, or was just copied elsewhere. */
  static void requireDeletable(Region region, TableDefinition table) {
    requireDeletable(table);
    Membership membership = Replicas.membership(table);
    Instant sourcedAt = membership == null ? null : membership.sourcedAt();
    if (sourcedAt != null
        && region
            .clock()
            .instant()
            .isBefore(sourcedAt.plus(region.durations().sourceReplicaPause()))) {
      throw ServiceException.validation(
          "Replica cannot be deleted because it has acted as a source region for new replica(s)"
              + " being added to the table in the last 24 hours.");
    }
  }

  private static void requireDeletable(TableDefinition table) {
    switch (table.status()) {
      case CREATING, UPDATING, DELETING -> throw TableInUse.busy(table);
      case ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> {
        // These can be deleted.
      }
    }
    if (table.settings().deletionProtection()) {
      throw ServiceException.validation(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    boolean changing =
        table.indexes().stream().anyMatch(index -> index.status() != TableStatus.ACTIVE)
            || table.vectorIndexes().stream()
                .anyMatch(index -> index.status() != TableStatus.ACTIVE);
    if (changing) {
      throw TableInUse.stillInUse(
          "Cannot delete table while indexes are being created, updated, or deleted.");
    }
  }
}
