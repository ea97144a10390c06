package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UpdateTable. */
public final class UpdateTable implements Operation {
  @Override
  public String name() {
    return "UpdateTable";
  }

  @Override
  public void execute(Call call) {
    UpdateTableRequest request = UpdateTableRequest.read(call.in());
    request.check();
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), Objects.requireNonNull(request.tableName)));
    request.checkParts();
    Shown shown = begin(region, request);
    call.out().startObject();
    new TableDescription(region, shown.table, shown.definition, region.clock().instant())
        .write(call.out(), "TableDescription");
    call.out().endObject();
  }

  /** Begins it in the region, and in those of the other replicas. */
  static Shown begin(Region region, UpdateTableRequest request) {
    return region
        .network()
        .exclusively(
            () -> region.transitions().change(region.clock(), () -> everywhere(region, request)));
  }

  private static Shown everywhere(Region region, UpdateTableRequest request) {
    Table table = Tables.require(region, Objects.requireNonNull(request.tableName));
    if (request.changesReplicas()) {
      return new Shown(table, new ReplicaChange(region, request, table).begin());
    }
    Membership membership = Replicas.membership(table.definition());
    if (membership == null || membership.isLegacy()) {
      return new Update(region, request).begin();
    }
    if (request.encryption != null && request.encryption.keyId() != null) {
      throw InvalidParameter.because("KMSMasterKeyId must be specified for each replica.");
    }
    List<Replicas.Replica> others = Replicas.ready(region, table.definition());
    Shown shown = new Update(region, request).begin();
    UpdateTableRequest shared = request.forPeers(membership.isStrong());
    if (!shared.isEmpty()) {
      for (Replicas.Replica other : others) {
        Region there = other.region();
        Shown unused =
            there.transitions().change(there.clock(), () -> new Update(there, shared).begin());
      }
    }
    return shown;
  }

  /** The table, and how the response shows it. */
  record Shown(Table table, TableDefinition definition) {}

  /** One update on its way. */
  private static final class Update {
    private final Region region;
    private final UpdateTableRequest request;
    private final Instant now;
    private final BillingChange billing;
    private final IndexChanges indexes;

    Update(Region region, UpdateTableRequest request) {
      this.region = region;
      this.request = request;
      this.now = region.clock().instant();
      this.billing = new BillingChange(request, now);
      this.indexes = new IndexChanges(request, billing, now);
    }

    Shown begin() {
      Table table = Tables.require(region, Objects.requireNonNull(request.tableName));
      TableDefinition before = table.definition();
      VectorIndexChanges vectors = new VectorIndexChanges(request, now);
      switch (before.status()) {
        case ACTIVE -> {
          // Only then it can be changed.
        }
        case UPDATING -> {
          // While a vector index is being allocated the refusal to call it off tells when to.
          vectors.begin(before);
          throw TableInUse.busy(before);
        }
        case CREATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
            throw TableInUse.busy(before);
      }
      billing.check(before);
      boolean provisioned = billing.leavesProvisioned(before);
      TableDefinition settled =
          new SettingsChanges(region, request, now)
              .begin(indexes.begin(billing.begin(before)), provisioned);
      TableDefinition after = vectors.begin(settled);
      if (after.equals(before)) {
        return new Shown(table, before);
      }
      if (changesUnits()) {
        Quotas.requireUnits(region, completed(after));
      }
      Lifecycle lifecycle = new Lifecycle(region, table);
      if (onlyIndexThroughput()) {
        lifecycle.begin(after, indexes::complete);
        lifecycle.complete(indexes::complete);
        return new Shown(table, after);
      }
      Quotas.requireTurn(region);
      TableDefinition during = after.withStatus(TableStatus.UPDATING);
      lifecycle.begin(during, this::completed);
      lifecycle.startIndexes(before, during);
      lifecycle.complete(this::completed);
      return new Shown(table, during);
    }

    private TableDefinition completed(TableDefinition during) {
      return SettingsChanges.complete(indexes.complete(billing.complete(during)))
          .withStatus(TableStatus.ACTIVE);
    }

    private boolean changesUnits() {
      return request.throughput != null
          || request.updates().stream()
              .anyMatch(each -> hasUnits(each.create()) || hasUnits(each.update()));
    }

    private static boolean hasUnits(@Nullable IndexRequest index) {
      return index != null && index.throughput() != null;
    }

    /** A change of the capacity of indexes alone leaves the table itself active. */
    private boolean onlyIndexThroughput() {
      return request.vectors().isEmpty()
          && request.changesNoSetting()
          && request.updates().stream().noneMatch(IndexUpdate::isOnline);
    }
  }
}
