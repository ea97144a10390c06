package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.WarmThroughput;
import java.time.Instant;

/**
 * Changes of billing mode and of provisioned capacity.
 *
 * <p>While the table is being updated it still has its old capacity, but already shows the time of
 * the change; a change of billing mode shows at once.
 */
final class BillingChange {
  private final UpdateTableRequest request;
  private final Instant now;

  BillingChange(UpdateTableRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  static ServiceException unitsOnDemand() {
    return InvalidParameter.because(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
            + " PAY_PER_REQUEST");
  }

  /** Refuses what does not go with the table as it is. */
  void check(TableDefinition table) {
    boolean provisioned = table.settings().isProvisioned();
    if (request.asksProvisioned() && request.throughput == null) {
      throw InvalidParameter.because(
          "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
    if (!provisioned && !request.asksProvisioned() && request.throughput != null) {
      throw unitsOnDemand();
    }
    if (switchesToProvisioned(table)) {
      if (!table.vectorIndexes().isEmpty()) {
        throw NewVectorIndexes.onlyPayPerRequest();
      }
      table.globalIndexes().forEach(this::requireUnits);
    }
    if (provisioned && request.throughput != null) {
      ProvisionedRules.ofTable()
          .checkChange(table.settings().throughput(), request.throughput, now);
    }
  }

  private void requireUnits(SecondaryIndex index) {
    boolean given =
        request.updates().stream()
            .map(IndexUpdate::update)
            .anyMatch(
                update ->
                    update != null
                        && update.name().equals(index.name())
                        && update.throughput() != null);
    if (!given) {
      throw InvalidParameter.because(
          "ProvisionedThroughput must be specified for index: " + index.name());
    }
  }

  boolean switchesToProvisioned(TableDefinition table) {
    return request.asksProvisioned() && !table.settings().isProvisioned();
  }

  boolean switchesToPayPerRequest(TableDefinition table) {
    return request.asksPayPerRequest() && table.settings().isProvisioned();
  }

  /** Whether the table will be provisioned when the request has been done. */
  boolean leavesProvisioned(TableDefinition table) {
    return request.asksProvisioned()
        || (table.settings().isProvisioned() && !request.asksPayPerRequest());
  }

  /** The table while it is being updated. */
  TableDefinition begin(TableDefinition table) {
    TableSettings settings = table.settings();
    if (switchesToPayPerRequest(table)) {
      return table
          .withSettings(settings.change().payPerRequest().settings())
          .withIndexes(
              table.indexes().stream()
                  .map(index -> index.withThroughput(index.throughput().withUnits(0, 0)))
                  .toList());
    }
    ThroughputRequest units = request.throughput;
    if (units == null) {
      return table;
    }
    if (switchesToProvisioned(table)) {
      Throughput given = settings.throughput().withUnits(units.read(), units.write());
      return table.withSettings(settings.change().provisioned(given).settings());
    }
    Throughput dated = settings.throughput().changing(units.read(), units.write(), now);
    return table.withSettings(settings.change().throughput(dated).settings());
  }

  /** The table when it has been updated. */
  TableDefinition complete(TableDefinition table) {
    TableSettings.Changes changes = table.settings().change();
    ThroughputRequest units = request.throughput;
    if (units != null) {
      changes.throughput(table.settings().throughput().withUnits(units.read(), units.write()));
      changes.warm(table.settings().warm().atLeast(units.read(), units.write()));
    }
    if (request.asksPayPerRequest() && table.settings().payPerRequestSince() == null) {
      changes.payPerRequestSince(now);
      WarmThroughput least = WarmThroughput.ON_DEMAND;
      changes.warm(table.settings().warm().atLeast(least.readUnits(), least.writeUnits()));
    }
    return table.withSettings(changes.settings());
  }
}
