package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.ReplicaSettings;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other replicas of a table, as they are in their own regions. */
final class Replicas {
  private Replicas() {}

  /** A replica and the region that it is in. */
  record Replica(Region region, Table table) {
    TableDefinition definition() {
      return table.definition();
    }
  }

  static @Nullable Membership membership(TableDefinition table) {
    return table.settings().global().membership();
  }

  static TableDefinition with(TableDefinition table, @Nullable Membership membership) {
    return table.withSettings(
        table
            .settings()
            .change()
            .global(table.settings().global().withMembership(membership))
            .settings());
  }

  /** The replicas in other regions that are there. */
  static List<Replica> others(Region region, TableDefinition table) {
    Membership membership = membership(table);
    List<Replica> others = new ArrayList<>();
    if (membership != null) {
      for (String name : membership.regions()) {
        if (!name.equals(region.name())) {
          find(region, table.name(), name).ifPresent(others::add);
        }
      }
    }
    return others;
  }

  /** The replica of a table in a region. */
  static Optional<Replica> find(Region asking, String table, String name) {
    Region region = asking.network().region(name);
    region.settle();
    return region
        .catalog()
        .find(table)
        .filter(found -> membership(found.definition()) != null)
        .map(found -> new Replica(region, found));
  }

  /** The others, which must all be ready to be changed together with this one. */
  static List<Replica> ready(Region region, TableDefinition table) {
    List<Replica> others = others(region, table);
    for (Replica other : others) {
      requireUp(other.region());
      if (other.definition().status() != TableStatus.ACTIVE) {
        throw TableInUse.busy(other.definition());
      }
    }
    return others;
  }

  /** A change that takes in a region cannot be made while it is gone. */
  static void requireUp(Region region) {
    if (region.network().isDown()) {
      throw new ServiceException(
          ErrorType.INTERNAL_SERVER_ERROR, "The Region " + region.name() + " cannot be reached.");
    }
  }

  /** The table without a replica in a region that is gone; an ordinary one if no other is left. */
  static TableDefinition without(TableDefinition table, String gone, String own) {
    Membership membership = membership(table);
    if (membership == null) {
      return table;
    }
    List<ReplicaSettings> left =
        membership.replicas().stream().filter(replica -> !replica.region().equals(gone)).toList();
    boolean alone = left.stream().allMatch(replica -> replica.region().equals(own));
    return with(table, alone ? null : membership.withReplicas(left));
  }

  /** Has the others forget a replica when it is gone. */
  static void leave(Region region, TableDefinition leaving) {
    for (Replica other : others(region, leaving)) {
      Region there = other.region();
      boolean unused =
          there
              .transitions()
              .change(
                  there.clock(),
                  () -> {
                    new Lifecycle(there, other.table()).forgetReplica(region.name());
                    return true;
                  });
    }
  }

  /** Writes what a table's description says of its global table. */
  static void write(JsonWriter out, Region region, TableDefinition table) {
    Membership membership = membership(table);
    if (membership == null || membership.isLegacy()) {
      return;
    }
    List<Replica> others = others(region, table);
    if (others.isEmpty()) {
      return;
    }
    out.member("GlobalTableVersion", membership.version().label()).startArray("Replicas");
    for (Replica other : others) {
      writeReplica(
          out,
          other,
          membership
              .in(other.region().name())
              .orElseGet(() -> ReplicaSettings.of(other.region().name())));
    }
    out.endArray();
    if (!membership.witnesses().isEmpty()) {
      out.startArray("GlobalTableWitnesses");
      for (String witness : membership.witnesses()) {
        out.startObject()
            .member("RegionName", witness)
            .member("WitnessStatus", "ACTIVE")
            .endObject();
      }
      out.endArray();
    }
  }

  private static void writeReplica(JsonWriter out, Replica replica, ReplicaSettings settings) {
    TableDefinition table = replica.definition();
    out.startObject()
        .member("RegionName", replica.region().name())
        .member("ReplicaStatus", table.status().name());
    if (settings.keyId() != null) {
      out.member("KMSMasterKeyId", settings.keyId());
    }
    writeOverride(out, "ProvisionedThroughputOverride", "ReadCapacityUnits", settings.readUnits());
    writeOverride(
        out, "OnDemandThroughputOverride", "MaxReadRequestUnits", settings.maxReadUnits());
    out.startObject("WarmThroughput")
        .member("ReadUnitsPerSecond", table.settings().warm().readUnits())
        .member("WriteUnitsPerSecond", table.settings().warm().writeUnits())
        .member("Status", table.status().name())
        .endObject();
    if (!table.globalIndexes().isEmpty()) {
      out.startArray("GlobalSecondaryIndexes");
      for (var index : table.globalIndexes()) {
        out.startObject().member("IndexName", index.name());
        ReplicaSettings.IndexOverride override = settings.indexes().get(index.name());
        if (override != null) {
          writeOverride(
              out, "ProvisionedThroughputOverride", "ReadCapacityUnits", override.readUnits());
          writeOverride(
              out, "OnDemandThroughputOverride", "MaxReadRequestUnits", override.maxReadUnits());
        }
        out.endObject();
      }
      out.endArray();
    }
    var tableClass = table.settings().tableClass();
    if (tableClass != null) {
      out.startObject("ReplicaTableClassSummary")
          .member("TableClass", tableClass.tableClass().name())
          .endObject();
    }
    out.endObject();
  }

  private static void writeOverride(
      JsonWriter out, String name, String member, @Nullable Long units) {
    if (units != null) {
      out.startObject(name).member(member, units).endObject();
    }
  }

  /** Writes the consistency of a global table. */
  static void writeConsistency(JsonWriter out, Region region, TableDefinition table) {
    Membership membership = membership(table);
    if (membership != null && !membership.isLegacy() && !others(region, table).isEmpty()) {
      out.member("MultiRegionConsistency", membership.consistency().name());
    }
  }
}
