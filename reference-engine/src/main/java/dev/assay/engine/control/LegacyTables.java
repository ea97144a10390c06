package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.ReplicaSettings;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Global tables of version 2017.11.29: of existing tables of one name, which keep settings of their
 * own.
 */
final class LegacyTables {
  private LegacyTables() {}

  static AccessRequest access(Region region, String action, @Nullable String name) {
    return AccessRequest.of(action, arn(region, String.valueOf(name)));
  }

  private static String arn(Region region, String name) {
    return "arn:aws:dynamodb::" + region.accountId() + ":global-table/" + name;
  }

  static void checkName(Constraints constraints, @Nullable String name) {
    constraints
        .required("globalTableName", name)
        .length("globalTableName", name, 3, 255)
        .pattern("globalTableName", name, Constraints.NAME);
  }

  /** The membership of a global table as its first replica has it. */
  static Optional<Membership> find(Region region, String name) {
    return region.network().regions().stream()
        .flatMap(each -> each.catalog().find(name).stream())
        .map(table -> Replicas.membership(table.definition()))
        .filter(membership -> membership != null && membership.isLegacy())
        .findFirst();
  }

  static Membership require(Region region, String name) {
    return find(region, name)
        .orElseThrow(
            () ->
                new ServiceException(
                    ErrorType.GLOBAL_TABLE_NOT_FOUND,
                    "Global table not found: Global table with name: '" + name + "' not found."));
  }

  /** All global tables by name, after a name if it is not null. */
  static Map<String, Membership> after(Region region, @Nullable String name) {
    TreeMap<String, Membership> all = new TreeMap<>();
    for (Region each : region.network().regions()) {
      for (Table table : each.catalog().tables()) {
        Membership membership = Replicas.membership(table.definition());
        if (membership != null && membership.isLegacy()) {
          all.putIfAbsent(table.definition().name(), membership);
        }
      }
    }
    return name == null ? all : all.tailMap(name, false);
  }

  /** A table that may become a replica, or a refusal. */
  static Table candidate(Region region, String name, String regionName) {
    Region there = region.network().region(regionName);
    Replicas.requireUp(there);
    there.settle();
    Table table =
        there
            .catalog()
            .find(name)
            .orElseThrow(
                () ->
                    new ServiceException(
                        ErrorType.TABLE_NOT_FOUND,
                        "Table not found: Table: '"
                            + name
                            + "' not found in region: '"
                            + regionName
                            + "'."));
    checkCandidate(table, name, regionName);
    return table;
  }

  private static void checkCandidate(Table table, String name, String region) {
    StreamSettings stream = table.definition().settings().stream();
    String which = "Table: '" + name + "' in region: '" + region + "'";
    if (!stream.enabled() || stream.viewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
      throw ReplicaRules.unconfirmed(
          which + " must have its stream enabled with NEW_AND_OLD_IMAGES");
    }
    if (Replicas.membership(table.definition()) != null) {
      throw ReplicaRules.unconfirmed(which + " is part of a global table already");
    }
    requireEmpty(table, which);
  }

  static void requireEmpty(Table table, String which) {
    if (table.itemCount() > 0) {
      throw ReplicaRules.unconfirmed(which + " must be empty");
    }
  }

  /** Refuses tables whose keys, indexes or write capacity differ. */
  static void requireAlike(List<Table> tables) {
    Map<Shape, List<Table>> shapes =
        tables.stream().collect(Collectors.groupingBy(table -> Shape.of(table.definition())));
    if (shapes.size() > 1) {
      throw ReplicaRules.unconfirmed(
          "All replicas of a global table must have the same key schema, global secondary indexes"
              + " and write capacity settings");
    }
  }

  private record Shape(
      KeySchema key, Map<String, KeySchema> indexes, boolean provisioned, long writeUnits) {
    static Shape of(TableDefinition table) {
      return new Shape(
          table.key(),
          table.globalIndexes().stream()
              .collect(Collectors.toMap(SecondaryIndex::name, SecondaryIndex::key)),
          table.settings().isProvisioned(),
          table.settings().throughput().writeUnits());
    }
  }

  /** Gives a table in a region a membership, or takes it away. */
  static void redefine(Region region, String regionName, String name, @Nullable Membership to) {
    Region there = region.network().region(regionName);
    boolean unused =
        there
            .transitions()
            .change(
                there.clock(),
                () -> {
                  there
                      .catalog()
                      .find(name)
                      .ifPresent(
                          table ->
                              new Lifecycle(there, table)
                                  .redefine(definition -> Replicas.with(definition, to)));
                  return true;
                });
  }

  /** Writes a global table's description. */
  static void write(JsonWriter out, Region region, String name, Membership membership) {
    out.startObject().startObject("GlobalTableDescription").startArray("ReplicationGroup");
    for (ReplicaSettings replica : membership.replicas()) {
      out.startObject().member("RegionName", replica.region());
      Replicas.find(region, name, replica.region())
          .ifPresent(found -> out.member("ReplicaStatus", found.definition().status().name()));
      out.endObject();
    }
    out.endArray()
        .member("GlobalTableArn", arn(region, name))
        .seconds("CreationDateTime", membership.createdAt())
        .member("GlobalTableStatus", "ACTIVE")
        .member("GlobalTableName", name)
        .endObject()
        .endObject();
  }
}
