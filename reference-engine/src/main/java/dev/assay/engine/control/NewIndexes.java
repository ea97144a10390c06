package dev.assay.engine.control;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.WarmThroughput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the secondary indexes of a new table, and checks that they go with it. */
final class NewIndexes {
  private static final int MOST_LOCAL = 5;
  static final int MOST_GLOBAL = 20;
  private static final int MOST_PROJECTED = 100;

  private final Schema schema;
  private final KeySchema tableKey;
  private final boolean provisioned;
  private final Set<String> names = new HashSet<>();
  private final List<SecondaryIndex> indexes = new ArrayList<>();

  NewIndexes(Schema schema, KeySchema tableKey, boolean provisioned) {
    this.schema = schema;
    this.tableKey = tableKey;
    this.provisioned = provisioned;
  }

  void addLocals(@Nullable List<IndexRequest> requests) {
    if (requests == null) {
      return;
    }
    if (requests.isEmpty()) {
      throw InvalidParameter.because("List of LocalSecondaryIndexes is empty");
    }
    for (IndexRequest request : requests) {
      KeySchema key = schema.pair(request.schema());
      checkLocalKey(request.name(), key);
      IndexProjection projection = request.requiredProjection().projection();
      requireNewName(request.name());
      indexes.add(SecondaryIndex.local(request.name(), key, projection));
    }
    if (requests.size() > MOST_LOCAL) {
      throw InvalidParameter.because(
          "Number of LocalSecondaryIndexes exceeds per-table limit of " + MOST_LOCAL);
    }
  }

  private void checkLocalKey(String name, KeySchema key) {
    if (tableKey.sort().isEmpty()) {
      throw InvalidParameter.because(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    if (key.sort().isEmpty()) {
      throw InvalidParameter.because(
          "Index KeySchema does not have a range key for index: " + name);
    }
    String indexHash = key.partition().get(0).name();
    String tableHash = tableKey.partition().get(0).name();
    if (!indexHash.equals(tableHash)) {
      throw InvalidParameter.because(
          "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + name
              + ". index hash key: "
              + indexHash
              + ", table hash key: "
              + tableHash);
    }
  }

  void addGlobals(@Nullable List<IndexRequest> requests) {
    if (requests == null) {
      return;
    }
    if (requests.isEmpty()) {
      throw InvalidParameter.because("List of GlobalSecondaryIndexes is empty");
    }
    for (IndexRequest request : requests) {
      SecondaryIndex index = global(request, schema, provisioned);
      requireNewName(request.name());
      indexes.add(index);
    }
    if (requests.size() > MOST_GLOBAL) {
      throw InvalidParameter.because(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + MOST_GLOBAL);
    }
  }

  /** Refuses a name that another index of the table has. */
  void requireNewName(String name) {
    if (!names.add(name)) {
      throw InvalidParameter.because("Duplicate index name: " + name);
    }
  }

  /** A global index that is being created. */
  static SecondaryIndex global(IndexRequest request, Schema schema, boolean provisioned) {
    KeySchema key = schema.global(request.schema());
    IndexProjection projection = request.requiredProjection().projection();
    ThroughputRequest units = request.throughput();
    if (!provisioned && units != null) {
      throw InvalidParameter.because(
          "ProvisionedThroughput should not be specified for index: "
              + request.name()
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (provisioned && units == null) {
      throw InvalidParameter.because(
          "ProvisionedThroughput must be specified for index: " + request.name());
    }
    if (units != null) {
      units.checkBounds(" for index " + request.name());
    }
    OnDemandThroughput onDemand =
        OnDemandRules.forNew(request.onDemand(), provisioned, "index " + request.name());
    WarmThroughput least =
        units == null ? WarmThroughput.ON_DEMAND : new WarmThroughput(units.read(), units.write());
    return new SecondaryIndex(
        request.name(),
        SecondaryIndex.Kind.GLOBAL,
        key,
        projection,
        units == null ? Throughput.NONE : units.throughput(),
        onDemand,
        WarmRules.asked(request.warm(), least, "index " + request.name()),
        TableStatus.CREATING,
        false);
  }

  /** Refuses more projected attributes than a table may have in all its indexes together. */
  static void checkProjected(List<SecondaryIndex> indexes) {
    int projected =
        indexes.stream().mapToInt(index -> index.projection().nonKeyAttributes().size()).sum();
    if (projected > MOST_PROJECTED) {
      throw InvalidParameter.because(
          "Number of user-specified attributes projected into all indexes exceeds limit of "
              + MOST_PROJECTED);
    }
  }

  List<SecondaryIndex> indexes() {
    checkProjected(indexes);
    return List.copyOf(indexes);
  }
}
