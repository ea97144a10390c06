package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.ReplicaSettings;
import dev.assay.engine.table.TableClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a request asks of one replica: to make it, to change it, or to delete it. */
record ReplicaAction(
    @Nullable String region,
    @Nullable String keyId,
    @Nullable Long readUnits,
    @Nullable Long maxReadUnits,
    @Nullable String tableClass,
    Map<String, ReplicaSettings.IndexOverride> indexes) {

  private static final class Draft {
    private @Nullable String region;
    private @Nullable String keyId;
    private @Nullable Long readUnits;
    private @Nullable Long maxReadUnits;
    private @Nullable String tableClass;
    private final Map<String, ReplicaSettings.IndexOverride> indexes = new HashMap<>();
  }

  static @Nullable ReplicaAction read(JsonReader in, String shape) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            shape,
            name -> {
              switch (name) {
                case "RegionName" -> draft.region = in.string();
                case "KMSMasterKeyId" -> draft.keyId = in.string();
                case "ProvisionedThroughputOverride" ->
                    readOverride(in, name, "ReadCapacityUnits", units -> draft.readUnits = units);
                case "OnDemandThroughputOverride" ->
                    readOverride(
                        in, name, "MaxReadRequestUnits", units -> draft.maxReadUnits = units);
                case "TableClassOverride" -> draft.tableClass = in.string();
                case "GlobalSecondaryIndexes" -> readIndexes(in, draft.indexes);
                default -> in.skip();
              }
            });
    return present
        ? new ReplicaAction(
            draft.region,
            draft.keyId,
            draft.readUnits,
            draft.maxReadUnits,
            draft.tableClass,
            Map.copyOf(draft.indexes))
        : null;
  }

  private static void readOverride(
      JsonReader in, String shape, String member, Consumer<@Nullable Long> units) {
    boolean unused =
        in.structure(
            shape,
            name -> {
              if (name.equals(member)) {
                units.accept(in.longInteger());
              } else {
                in.skip();
              }
            });
  }

  private static void readIndexes(
      JsonReader in, Map<String, ReplicaSettings.IndexOverride> indexes) {
    List<?> unused =
        in.list(
            position -> {
              String[] index = new String[1];
              Long[] units = new Long[2];
              boolean present =
                  in.structure(
                      "ReplicaGlobalSecondaryIndex",
                      position,
                      name -> {
                        switch (name) {
                          case "IndexName" -> index[0] = in.string();
                          case "ProvisionedThroughputOverride" ->
                              readOverride(in, name, "ReadCapacityUnits", read -> units[0] = read);
                          case "OnDemandThroughputOverride" ->
                              readOverride(
                                  in, name, "MaxReadRequestUnits", read -> units[1] = read);
                          default -> in.skip();
                        }
                      });
              if (present && index[0] != null) {
                indexes.put(index[0], new ReplicaSettings.IndexOverride(units[0], units[1]));
              }
              return index;
            });
  }

  void check(Constraints constraints, String path) {
    constraints
        .required(path + ".regionName", region)
        .range(
            path + ".provisionedThroughputOverride.readCapacityUnits", readUnits, 1, Long.MAX_VALUE)
        .oneOf(path + ".tableClassOverride", tableClass, CreateTableRequest.TABLE_CLASSES);
  }

  /** The region, once the constraints have been verified. */
  String regionName() {
    return Objects.requireNonNull(region);
  }

  /** Whether it gives a replica nothing of its own. */
  boolean isPlain() {
    return keyId == null
        && readUnits == null
        && maxReadUnits == null
        && tableClass == null
        && indexes.isEmpty();
  }

  /** What the replica has of its own, with what is given here put over it. */
  ReplicaSettings over(ReplicaSettings current) {
    Map<String, ReplicaSettings.IndexOverride> all = new HashMap<>(current.indexes());
    all.putAll(indexes);
    return new ReplicaSettings(
        current.region(),
        keyId == null ? current.keyId() : keyId,
        readUnits == null ? current.readUnits() : readUnits,
        maxReadUnits == null ? current.maxReadUnits() : maxReadUnits,
        tableClass == null ? current.tableClass() : TableClass.valueOf(tableClass),
        all);
  }
}
