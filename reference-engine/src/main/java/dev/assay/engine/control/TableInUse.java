package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.TableDefinition;

/** The refusals of a table that is changing already. */
final class TableInUse {
  private static final String STILL_IN_USE = "Attempt to change a resource which is still in use: ";

  private TableInUse() {}

  static ServiceException whenCreating(TableDefinition table) {
    return switch (table.status()) {
      case CREATING, UPDATING, DELETING -> busy(table);
      case ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
          refuse("Table already exists: " + table.name());
    };
  }

  /** The refusal of any change of a table that is being created, updated or deleted. */
  static ServiceException busy(TableDefinition table) {
    String doing =
        switch (table.status()) {
          case CREATING -> "created";
          case DELETING -> "deleted";
          case ACTIVE, UPDATING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
              "updated";
        };
    return refuse(STILL_IN_USE + "Table is being " + doing + ": " + table.name());
  }

  /**
   * The refusal of any change of an index that is changing already.
   *
   * @param doing created, updated or deleted
   */
  static ServiceException index(String doing, String table, String index) {
    return stillInUse("Index is being " + doing + ".  Table: " + table + " Index: " + index);
  }

  static ServiceException stillInUse(String why) {
    return refuse(STILL_IN_USE + why);
  }

  private static ServiceException refuse(String message) {
    return new ServiceException(ErrorType.RESOURCE_IN_USE, message);
  }
}
