package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;

/** Finds tables as these operations see them, and refuses in their own words. */
final class BackupTables {
  private BackupTables() {}

  /** A table that is being restored is not there yet. */
  static Table require(Region region, String nameOrArn) {
    return Tables.find(region, nameOrArn)
        .filter(table -> table.definition().settings().restore() == null)
        .orElseThrow(() -> notFound(nameOrArn));
  }

  static ServiceException notFound(String nameOrArn) {
    return new ServiceException(ErrorType.TABLE_NOT_FOUND, "Table not found: " + nameOrArn);
  }

  /** Refuses what a table can be asked for only when it has been created. */
  static void requireCreated(TableDefinition table) {
    if (table.status() == TableStatus.CREATING) {
      throw new ServiceException(
          ErrorType.CONTINUOUS_BACKUPS_UNAVAILABLE,
          "Backups are being enabled for the table: " + table.name() + ". Please retry later");
    }
  }

  static ServiceException noPointInTimeRecovery(String tableName) {
    return new ServiceException(
        ErrorType.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
        "Point in time recovery is not enabled for table '" + tableName + "'");
  }
}
