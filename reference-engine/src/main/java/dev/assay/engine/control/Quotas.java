package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.Throughput;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a new account may have in each region (Developer Guide, "Quotas in Amazon DynamoDB";
 * API_CreateTable, LimitExceededException). The sentences about tables are those of the service,
 * with today's numbers in the place of older ones; that about units is not established.
 */
final class Quotas {
  static final int TABLES = 2_500;

  /** Tables that are being created, updated or deleted at once. */
  static final int CHANGING = 500;

  /** Tables with secondary indexes that are being created at once. */
  static final int INDEXED_CREATING = 250;

  /** Provisioned units of a table, or of one of its global indexes, in one direction. */
  static final int TABLE_UNITS = 40_000;

  /** Provisioned units of all tables and their global indexes together, in one direction. */
  static final int ACCOUNT_UNITS = 80_000;

  private Quotas() {}

  /** Refuses a table that is one too many, or is created beside too many that are changing. */
  static void requireRoomFor(Region region, TableDefinition table) {
    long tables = 0;
    long changing = 0;
    long indexed = 0;
    for (Table other : region.catalog().tables()) {
      tables++;
      changing += isChanging(other.definition()) ? 1 : 0;
      indexed += isCreatingIndexed(other.definition()) ? 1 : 0;
    }
    if (tables >= TABLES) {
      throw exceeded("There is a limit of " + TABLES + " tables per subscriber");
    }
    requireTurn(changing);
    if (!table.indexes().isEmpty() && indexed >= INDEXED_CREATING) {
      throw exceeded(
          "You have exceeded the maximum number of indexed tables that can be created"
              + " simultaneously");
    }
  }

  /** Refuses to change a table while too many others are changing. */
  static void requireTurn(Region region) {
    requireTurn(
        region.catalog().tables().stream().filter(other -> isChanging(other.definition())).count());
  }

  private static void requireTurn(long changing) {
    if (changing >= CHANGING) {
      throw exceeded(
          "Only " + CHANGING + " tables can be created, updated, or deleted simultaneously");
    }
  }

  private static boolean isChanging(TableDefinition table) {
    return switch (table.status()) {
      case CREATING, UPDATING, DELETING -> true;
      case ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> false;
    };
  }

  private static boolean isCreatingIndexed(TableDefinition table) {
    return switch (table.status()) {
      case CREATING -> !table.indexes().isEmpty();
      case UPDATING, DELETING, ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
          false;
    };
  }

  /** Refuses provisioned capacity that the table, or all tables together, may not have. */
  static void requireUnits(Region region, TableDefinition after) {
    if (after.settings().isProvisioned()) {
      requireUnits(region, after, "ReadCapacityUnits", Throughput::readUnits);
      requireUnits(region, after, "WriteCapacityUnits", Throughput::writeUnits);
    }
  }

  private static void requireUnits(
      Region region, TableDefinition after, String member, ToLongFunction<Throughput> units) {
    long most = capacities(after).mapToLong(units).max().orElse(0);
    if (most > TABLE_UNITS) {
      throw above(member, most, "Per-table", TABLE_UNITS);
    }
    long others =
        region.catalog().tables().stream()
            .map(Table::definition)
            .filter(other -> !other.name().equals(after.name()))
            .filter(other -> other.settings().isProvisioned())
            .flatMap(Quotas::capacities)
            .mapToLong(units)
            .sum();
    long together = others + capacities(after).mapToLong(units).sum();
    if (together > ACCOUNT_UNITS) {
      throw above(member, together, "Per-account", ACCOUNT_UNITS);
    }
  }

  private static Stream<Throughput> capacities(TableDefinition table) {
    return Stream.concat(
        Stream.of(table.settings().throughput()),
        table.globalIndexes().stream().map(SecondaryIndex::throughput));
  }

  private static ServiceException above(String member, long asked, String scope, int most) {
    return exceeded(
        "The requested "
            + member
            + " "
            + asked
            + " is above the maximum. "
            + scope
            + " maximum: "
            + most
            + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to"
            + " request higher limits.");
  }

  private static ServiceException exceeded(String what) {
    return new ServiceException(ErrorType.LIMIT_EXCEEDED, "Subscriber limit exceeded: " + what);
  }
}
