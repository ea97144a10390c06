package dev.assay.engine.request;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Table;
import java.util.Optional;

/** Finds the table that a request names. */
public final class Tables {
  private Tables() {}

  /**
   * The table for an operation on items.
   *
   * @param nameOrArn what the request has as its TableName
   * @throws ServiceException ResourceNotFoundException if there is none, or not yet, or no longer
   */
  public static Table resolve(Region region, String nameOrArn) {
    region.settle();
    Table table = region.catalog().find(TableArn.nameIn(region, nameOrArn)).orElse(null);
    if (table == null || !servesItems(table)) {
      throw new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "Requested resource not found");
    }
    return table;
  }

  /**
   * The name that a request gives as it is or within an ARN.
   *
   * @throws ServiceException if it is an ARN of another region or account
   */
  public static String name(Region region, String nameOrArn) {
    return TableArn.nameIn(region, nameOrArn);
  }

  /** The table in whatever state it is, for an operation on tables. */
  public static Optional<Table> find(Region region, String nameOrArn) {
    region.settle();
    return region.catalog().find(TableArn.nameIn(region, nameOrArn));
  }

  /** The table in whatever state it is; the refusal names it. */
  public static Table require(Region region, String nameOrArn) {
    return find(region, nameOrArn)
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorType.RESOURCE_NOT_FOUND,
                    "Requested resource not found: Table: "
                        + TableArn.nameIn(region, nameOrArn)
                        + " not found"));
  }

  private static boolean servesItems(Table table) {
    return switch (table.definition().status()) {
      case ACTIVE, UPDATING -> true;
      case CREATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> false;
    };
  }
}
