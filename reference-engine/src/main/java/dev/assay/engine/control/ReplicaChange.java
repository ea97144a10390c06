package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Encryption;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.ReplicaSettings;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableClassSetting;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.TableStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds, changes and deletes the replicas of a table. Everything here is called within a change of
 * the table's own region that excludes changes of several regions ({@link
 * dev.assay.engine.api.Network#exclusively}).
 */
final class ReplicaChange {
  private final Region region;
  private final UpdateTableRequest request;
  private final Table table;
  private final Instant now;

  ReplicaChange(Region region, UpdateTableRequest request, Table table) {
    this.region = region;
    this.request = request;
    this.table = table;
    this.now = region.clock().instant();
  }

  /** The table while its replicas change, or a refusal. */
  TableDefinition begin() {
    TableDefinition before = table.definition();
    if (before.status() != TableStatus.ACTIVE) {
      throw TableInUse.busy(before);
    }
    List<Replicas.Replica> others = Replicas.ready(region, before);
    ReplicaRules rules = new ReplicaRules(region, request, table);
    rules.check();
    requireDeletable(before);
    Membership changed = changed(before, rules.makesStrong());
    TableDefinition during = redefineOwn(changed);
    for (Replicas.Replica other : others) {
      in(other.region(), () -> redefine(other, changed));
    }
    for (ReplicaUpdate update : request.replicas()) {
      if (update.create() != null) {
        create(update.create(), changed);
      } else if (update.delete() != null) {
        delete(before, update.region());
      }
    }
    return during;
  }

  private static <T> T in(Region there, Supplier<T> change) {
    return there.transitions().change(there.clock(), change);
  }

  private void requireDeletable(TableDefinition before) {
    for (ReplicaUpdate update : request.replicas()) {
      if (update.delete() != null) {
        Replicas.find(region, before.name(), update.region())
            .ifPresent(there -> DeleteTable.requireDeletable(there.region(), there.definition()));
      }
    }
  }

  private Membership changed(TableDefinition before, boolean strong) {
    Membership current = Replicas.membership(before);
    if (current == null) {
      current =
          new Membership(
              Membership.Version.CURRENT,
              strong ? Membership.Consistency.STRONG : Membership.Consistency.EVENTUAL,
              now,
              List.of(ReplicaSettings.of(region.name())),
              List.of(),
              null);
    }
    List<ReplicaSettings> replicas = new ArrayList<>(current.replicas());
    for (ReplicaUpdate update : request.replicas()) {
      if (update.create() != null) {
        replicas.add(update.create().over(ReplicaSettings.of(update.region())));
      } else if (update.update() != null) {
        ReplicaAction action = update.update();
        replicas.replaceAll(
            each -> each.region().equals(update.region()) ? action.over(each) : each);
      }
    }
    List<String> witnesses = new ArrayList<>(current.witnesses());
    for (ReplicaUpdate update : request.witnesses()) {
      if (update.create() != null) {
        witnesses.add(update.region());
      } else {
        witnesses.remove(update.region());
      }
    }
    return new Membership(
        current.version(),
        current.consistency(),
        current.createdAt(),
        replicas,
        witnesses,
        current.sourcedAt());
  }

  private boolean creates() {
    return request.replicas().stream().anyMatch(update -> update.create() != null);
  }

  private TableDefinition redefineOwn(Membership changed) {
    Lifecycle lifecycle = new Lifecycle(region, table);
    TableDefinition during =
        lifecycle.redefine(
            definition -> {
              // Nobody writes now: what was checked before may have changed.
              if (changed.isStrong() && creates() && table.itemCount() > 0) {
                throw ReplicaRules.unconfirmed(
                    "Table must be empty to become a global table with MultiRegionConsistency"
                        + " STRONG");
              }
              Membership own = creates() ? changed.sourcedAt(now) : changed;
              return Replicas.with(definition, own)
                  .withSettings(
                      Replicas.with(definition, own).settings().change().stream(
                              stream(region, definition, changed))
                          .settings())
                  .withStatus(TableStatus.UPDATING);
            });
    lifecycle.update(definition -> definition.withStatus(TableStatus.ACTIVE));
    return during;
  }

  /** Eventual replication reads streams of both images: a table that has none gets one. */
  private static StreamSettings stream(
      Region region, TableDefinition table, Membership membership) {
    StreamSettings current = table.settings().stream();
    return membership.isStrong() || current.enabled() ? current : fresh(region, table.name());
  }

  private static StreamSettings fresh(Region region, String table) {
    return new StreamSettings(
        true,
        StreamViewType.NEW_AND_OLD_IMAGES,
        region.streams().freshLabel(region.tableArn(table)));
  }

  private TableDefinition redefine(Replicas.Replica other, Membership changed) {
    Membership current = Replicas.membership(other.definition());
    ReplicaSettings own =
        changed.in(other.region().name()).orElse(ReplicaSettings.of(other.region().name()));
    return new Lifecycle(other.region(), other.table())
        .redefine(
            definition ->
                overridden(
                    other.region(),
                    Replicas.with(
                        definition,
                        changed.sourcedAt(current == null ? null : current.sourcedAt())),
                    own));
  }

  /** The definition of a replica with what it has of its own. */
  private TableDefinition overridden(Region there, TableDefinition table, ReplicaSettings own) {
    TableSettings settings = table.settings();
    TableSettings.Changes changes = settings.change();
    if (own.readUnits() != null && settings.isProvisioned()) {
      changes.throughput(
          settings.throughput().withUnits(own.readUnits(), settings.throughput().writeUnits()));
    }
    if (own.maxReadUnits() != null) {
      changes.onDemand(settings.onDemand().merge(new OnDemandThroughput(own.maxReadUnits(), null)));
    }
    if (own.tableClass() != null) {
      changes.tableClass(new TableClassSetting(own.tableClass(), now));
    }
    if (own.keyId() != null) {
      changes.encryption(encryption(there, own.keyId()));
    }
    return table.withSettings(changes.settings());
  }

  private static @Nullable Encryption encryption(Region there, String keyId) {
    return new EncryptionRequest(true, "KMS", keyId).in(there);
  }

  private void create(ReplicaAction create, Membership membership) {
    Region there = region.network().region(create.regionName());
    TableDefinition source = table.definition();
    ReplicaSettings own = create.over(ReplicaSettings.of(there.name()));
    TableSettings settings =
        source.settings().change().deletionProtection(false).stream(
                membership.isStrong() ? StreamSettings.NONE : fresh(there, source.name()))
            .global(source.settings().global().withMembership(membership.sourcedAt(null)))
            .encryption(null)
            .settings();
    TableDefinition definition =
        new TableDefinition(
            source.name(),
            there.tableArn(source.name()),
            there.uuids().get(),
            source.key(),
            source.attributeDefinitions(),
            source.indexes().stream()
                .map(
                    index ->
                        index.isGlobal() ? index.withStatus(TableStatus.CREATING, false) : index)
                .toList(),
            source.vectorIndexes(),
            TableStatus.CREATING,
            there.clock().instant(),
            settings,
            TableAttachments.NONE.withTimeToLive(source.attachments().timeToLive()));
    // A replica scales as its source does; that its reads do too is not established (unconfirmed).
    there.scaling().copy(region.scaling(), source.name());
    boolean unused =
        in(
            there,
            () -> {
              Table replica = new Table(overridden(there, definition, own));
              boolean added = there.catalog().add(replica);
              if (added) {
                new Lifecycle(there, replica).create();
              }
              return added;
            });
  }

  private void delete(TableDefinition before, String name) {
    Replicas.find(region, before.name(), name)
        .ifPresent(
            gone -> {
              // Called first: it looks the others up by what the table still says.
              Replicas.leave(gone.region(), gone.definition());
              boolean unused =
                  in(
                      gone.region(),
                      () -> {
                        new Lifecycle(gone.region(), gone.table()).delete();
                        return true;
                      });
            });
  }
}
