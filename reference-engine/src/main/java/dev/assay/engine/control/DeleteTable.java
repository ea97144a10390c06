package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;

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
            .transitions()
            .change(
                region.clock(),
                () -> {
                  Table table = Tables.require(region, tableName);
                  requireDeletable(table.definition());
                  new Lifecycle(region, table).delete();
                  return table;
                });
    call.out().startObject();
    new TableDescription(deleted, deleted.definition(), region.clock().instant())
        .writeDeleted(call.out(), "TableDescription");
    call.out().endObject();
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
