package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TimeToLive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What replicas a table may have. The words that no document and no public report of the service
 * has are marked by {@link #unconfirmed}.
 */
final class ReplicaRules {
  /** A strongly consistent global table keeps within one of these. */
  private static final List<Set<String>> REGION_SETS =
      List.of(
          Set.of("us-east-1", "us-east-2", "us-west-2"),
          Set.of("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"),
          Set.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3"));

  private static final int STRONG_REGIONS = 3;

  private final Region region;
  private final UpdateTableRequest request;
  private final Table table;
  private final @Nullable Membership membership;

  ReplicaRules(Region region, UpdateTableRequest request, Table table) {
    this.region = region;
    this.request = request;
    this.table = table;
    this.membership = Replicas.membership(table.definition());
  }

  static ServiceException unconfirmed(String message) {
    return ServiceException.validation(message);
  }

  /** Whether the global table is to be strongly consistent. */
  boolean makesStrong() {
    return membership == null && "STRONG".equals(request.consistency);
  }

  void check() {
    Set<String> regions = new HashSet<>();
    for (ReplicaUpdate update :
        Stream.concat(request.replicas().stream(), request.witnesses().stream()).toList()) {
      if (update.region().equals(region.name())) {
        throw ServiceException.validation(
            "Cannot add, delete, or update the local region through ReplicaUpdates. Use"
                + " CreateTable, DeleteTable, or UpdateTable as required.");
      }
      if (!regions.add(update.region())) {
        throw unconfirmed(
            "Only one replica update per region is allowed in a request: " + update.region());
      }
    }
    if (membership != null && membership.isLegacy()) {
      throw unconfirmed(
          "Table is part of a global table of version 2017.11.29. Use UpdateGlobalTable instead.");
    }
    if (membership != null
        && request.consistency != null
        && !membership.consistency().name().equals(request.consistency)) {
      throw unconfirmed("The consistency mode of a global table cannot be changed");
    }
    boolean strong = makesStrong() || (membership != null && membership.isStrong());
    if (strong) {
      checkStrong();
    } else if (!request.witnesses().isEmpty()) {
      throw unconfirmed(
          "Witnesses are only supported on global tables with MultiRegionConsistency STRONG");
    }
    request.replicas().forEach(update -> checkUpdate(update, strong));
  }

  private void checkUpdate(ReplicaUpdate update, boolean strong) {
    if (update.create() != null) {
      checkCreate(update.create(), strong);
      return;
    }
    if (membership == null || membership.in(update.region()).isEmpty()) {
      throw ServiceException.validation(
          "Replica specified in the Replica Update or Replica Delete action of the request was not"
              + " found.");
    }
    if (update.update() != null && update.update().isPlain()) {
      throw InvalidParameter.because("KMSMasterKeyId must be specified for each replica.");
    }
  }

  private void checkCreate(ReplicaAction create, boolean strong) {
    TableDefinition definition = table.definition();
    Region there = region.network().region(create.regionName());
    Replicas.requireUp(there);
    there.settle();
    if (there.catalog().find(definition.name()).isPresent()) {
      throw ServiceException.validation(
          "Failed to create a the new replica of table with name: '"
              + definition.name()
              + "' because one or more replicas already existed as tables.");
    }
    if (definition.settings().isProvisioned()
        && !region.scaling().scalesWrites(definition.name(), null)) {
      throw ServiceException.validation(
          "Table write capacity should either be Pay-Per-Request or AutoScaled.");
    }
    if (definition.settings().encryption() != null && create.keyId() == null) {
      throw InvalidParameter.because("KMSMasterKeyId must be specified for each replica.");
    }
    for (String index : create.indexes().keySet()) {
      if (definition.index(index).isEmpty()) {
        throw ServiceException.validation("The table does not have the specified index: " + index);
      }
    }
    var stream = definition.settings().stream();
    if (!strong && stream.enabled() && stream.viewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
      throw unconfirmed(
          "Table must have its stream enabled with NEW_AND_OLD_IMAGES to be part of a global"
              + " table");
    }
  }

  private void checkStrong() {
    long creates = request.replicas().stream().filter(update -> update.create() != null).count();
    long deletes = request.replicas().stream().filter(update -> update.delete() != null).count();
    long newWitnesses = request.witnesses().stream().filter(w -> w.create() != null).count();
    long lostWitnesses = request.witnesses().stream().filter(w -> w.delete() != null).count();
    if (makesStrong()) {
      if (1 + creates + newWitnesses != STRONG_REGIONS || newWitnesses > 1 || creates == 0) {
        throw unconfirmed(
            "A global table with MultiRegionConsistency STRONG must have three replicas, or two"
                + " replicas and one witness");
      }
      checkSource();
      checkRegionSet();
      return;
    }
    if (creates + newWitnesses > 0) {
      throw unconfirmed(
          "Replicas cannot be added to a global table with MultiRegionConsistency STRONG");
    }
    if (deletes + lostWitnesses > 0) {
      checkDissolved(deletes, lostWitnesses);
    }
  }

  private void checkSource() {
    TableDefinition definition = table.definition();
    if (table.itemCount() > 0) {
      throw unconfirmed(
          "Table must be empty to become a global table with MultiRegionConsistency STRONG");
    }
    if (!definition.localIndexes().isEmpty()) {
      throw unconfirmed(
          "Local secondary indexes are not supported on a global table with"
              + " MultiRegionConsistency STRONG");
    }
    if (definition.attachments().timeToLive().status() != TimeToLive.Status.DISABLED) {
      throw timeToLive();
    }
  }

  static ServiceException timeToLive() {
    return unconfirmed(
        "Time to Live is not supported on a global table with MultiRegionConsistency STRONG");
  }

  private void checkRegionSet() {
    Set<String> regions = new HashSet<>(Set.of(region.name()));
    Stream.concat(request.replicas().stream(), request.witnesses().stream())
        .forEach(update -> regions.add(update.region()));
    if (REGION_SETS.stream().noneMatch(set -> set.containsAll(regions))) {
      throw unconfirmed(
          "The Regions of a global table with MultiRegionConsistency STRONG must be of one Region"
              + " set");
    }
  }

  /** Only all but one may go, and together. */
  private void checkDissolved(long deletes, long lostWitnesses) {
    boolean allOthers =
        membership != null
            && deletes == membership.replicas().size() - 1
            && lostWitnesses == membership.witnesses().size()
            && request.witnesses().stream()
                .allMatch(witness -> membership.witnesses().contains(witness.region()));
    if (!allOthers) {
      throw unconfirmed(
          "A single replica or witness cannot be deleted from a global table with"
              + " MultiRegionConsistency STRONG");
    }
  }
}
