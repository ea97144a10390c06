package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.VectorIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes of a table's secondary indexes: what may be changed, and what that makes of them. */
final class IndexChanges {
  private final UpdateTableRequest request;
  private final BillingChange billing;
  private final Instant now;

  IndexChanges(UpdateTableRequest request, BillingChange billing, Instant now) {
    this.request = request;
    this.billing = billing;
    this.now = now;
  }

  /** The table while its indexes are being changed, or a refusal. */
  TableDefinition begin(TableDefinition table) {
    boolean provisioned = billing.leavesProvisioned(table);
    TableDefinition changed = table;
    for (IndexUpdate update : request.updates()) {
      if (update.update() != null) {
        changed = changed.replace(changed(changed, update.update(), table, provisioned));
      }
      if (update.create() != null) {
        changed = withCreated(changed, update.create(), provisioned);
      }
      if (update.delete() != null) {
        changed = changed.replace(deleted(changed, update.delete().name()));
      }
    }
    return changed;
  }

  private SecondaryIndex changed(
      TableDefinition table, IndexRequest asked, TableDefinition before, boolean provisioned) {
    SecondaryIndex index = existing(table, asked.name());
    requireIdle(table, index);
    String subject = "index " + index.name();
    ThroughputRequest units = asked.throughput();
    if (units != null && !provisioned) {
      throw InvalidParameter.because(
          "ProvisionedThroughput should not be specified for index: "
              + index.name()
              + " when BillingMode is PAY_PER_REQUEST");
    }
    Throughput throughput = index.throughput();
    if (units != null) {
      units.checkBounds(" for index " + index.name());
      if (billing.switchesToProvisioned(before)) {
        throughput = throughput.withUnits(units.read(), units.write());
      } else {
        ProvisionedRules.ofIndex(index.name()).checkChange(throughput, units, now);
        throughput = throughput.changing(units.read(), units.write(), now);
      }
    }
    return index
        .withThroughput(throughput)
        .withOnDemand(OnDemandRules.merge(index.onDemand(), asked.onDemand(), provisioned, subject))
        .withWarm(WarmRules.asked(asked.warm(), index.warm(), subject))
        .withStatus(TableStatus.UPDATING, false);
  }

  private TableDefinition withCreated(
      TableDefinition table, IndexRequest asked, boolean provisioned) {
    requireNewName(table, asked.name());
    requireNoOnlineIndex(table);
    Schema schema = schema(request, table);
    SecondaryIndex created = NewIndexes.global(asked, schema, provisioned);
    if (table.globalIndexes().size() >= NewIndexes.MOST_GLOBAL) {
      throw tooMany("global secondary indexes", NewIndexes.MOST_GLOBAL);
    }
    List<SecondaryIndex> indexes = new ArrayList<>(table.indexes());
    indexes.add(created);
    NewIndexes.checkProjected(indexes);
    return table
        .withIndexes(indexes)
        .withAttributeDefinitions(schema.addUsedTo(table.attributeDefinitions()));
  }

  /** The definitions of the request, with the types that the table has given some already. */
  static Schema schema(UpdateTableRequest request, TableDefinition table) {
    List<AttributeDefinition> given =
        request.attributeDefinitions == null ? List.of() : request.attributeDefinitions;
    return new Schema(given, table.attributeDefinitions());
  }

  private static SecondaryIndex deleted(TableDefinition table, String name) {
    SecondaryIndex index = existing(table, name);
    switch (index.status()) {
      case CREATING -> {
        if (!index.backfilling()) {
          throw allocating(table, name);
        }
      }
      case ACTIVE -> requireNoOnlineIndex(table);
      case UPDATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
          requireIdle(table, index);
    }
    return index.withStatus(TableStatus.DELETING, false);
  }

  /** The table with its changed indexes when it has been updated. */
  TableDefinition complete(TableDefinition table) {
    TableDefinition changed = table;
    for (IndexUpdate update : request.updates()) {
      IndexRequest asked = update.update();
      if (asked != null) {
        SecondaryIndex index = existing(changed, asked.name());
        changed = changed.replace(completed(index, asked));
      }
    }
    return changed;
  }

  private static SecondaryIndex completed(SecondaryIndex index, IndexRequest asked) {
    ThroughputRequest units = asked.throughput();
    SecondaryIndex active =
        index.withStatus(TableStatus.ACTIVE, false).withOnDemand(index.onDemand().withoutRemoved());
    return units == null
        ? active
        : active
            .withThroughput(active.throughput().withUnits(units.read(), units.write()))
            .withWarm(active.warm().atLeast(units.read(), units.write()));
  }

  private static SecondaryIndex existing(TableDefinition table, String name) {
    return table.index(name).filter(SecondaryIndex::isGlobal).orElseThrow(IndexChanges::notFound);
  }

  static ServiceException notFound() {
    return new ServiceException(ErrorType.RESOURCE_NOT_FOUND, "Requested resource not found");
  }

  /** Refuses the name of an index that there is, of any kind. */
  static void requireNewName(TableDefinition table, String name) {
    TableStatus status =
        table
            .index(name)
            .map(SecondaryIndex::status)
            .or(() -> table.vectorIndex(name).map(VectorIndex::status))
            .orElse(null);
    if (status == null) {
      return;
    }
    if (status == TableStatus.CREATING) {
      throw TableInUse.index("created", table.name(), name);
    }
    throw ServiceException.validation("Attempting to create an index which already exists");
  }

  /** Refuses to build or delete a second index while another is being built or deleted. */
  static void requireNoOnlineIndex(TableDefinition table) {
    boolean busy =
        table.indexes().stream().anyMatch(index -> isOnline(index.status()))
            || table.vectorIndexes().stream().anyMatch(index -> isOnline(index.status()));
    if (busy) {
      throw UpdateTableRequest.oneOnlineIndex();
    }
  }

  private static boolean isOnline(TableStatus status) {
    return status == TableStatus.CREATING || status == TableStatus.DELETING;
  }

  private static void requireIdle(TableDefinition table, SecondaryIndex index) {
    switch (index.status()) {
      case CREATING -> throw TableInUse.index("created", table.name(), index.name());
      case DELETING -> throw TableInUse.index("deleted", table.name(), index.name());
      case UPDATING -> throw TableInUse.index("updated", table.name(), index.name());
      case ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> {
        // Nothing is happening to it.
      }
    }
  }

  static ServiceException allocating(TableDefinition table, String index) {
    return TableInUse.stillInUse(
        "Index creation is in resource allocation phase. Retry deletion during backfilling phase"
            + " or when the index is active. Table: "
            + table.name()
            + " Index: "
            + index);
  }

  static ServiceException tooMany(String what, int limit) {
    return new ServiceException(
        ErrorType.LIMIT_EXCEEDED,
        "Subscriber limit exceeded: Number of " + what + " exceeds per-table limit of " + limit);
  }
}
