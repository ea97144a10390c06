package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.Throughput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UpdateGlobalTableSettings: the billing and capacity of all replicas at once. */
public final class UpdateGlobalTableSettings implements Operation {
  /** What one replica is to have for itself. */
  private static final class Own {
    private @Nullable String region;
    private @Nullable Long readUnits;
    private final Map<String, Long> indexReadUnits = new HashMap<>();
  }

  private static final class Request {
    private @Nullable String name;
    private @Nullable String billingMode;
    private @Nullable Long writeUnits;
    private final Map<String, Long> indexWriteUnits = new HashMap<>();
    private @Nullable List<Own> replicas;

    Request(JsonReader in) {
      in.request(
          member -> {
            switch (member) {
              case "GlobalTableName" -> name = in.string();
              case "GlobalTableBillingMode" -> billingMode = in.string();
              case "GlobalTableProvisionedWriteCapacityUnits" -> writeUnits = in.longInteger();
              case "GlobalTableGlobalSecondaryIndexSettingsUpdate" ->
                  readIndexes(in, "ProvisionedWriteCapacityUnits", indexWriteUnits);
              case "ReplicaSettingsUpdate" ->
                  replicas = in.list(position -> readReplica(in, position));
              default -> in.skip();
            }
          });
    }

    private static void readIndexes(JsonReader in, String unitsMember, Map<String, Long> all) {
      List<?> unused =
          in.list(
              position -> {
                String[] index = new String[1];
                Long[] units = new Long[1];
                boolean present =
                    in.structure(
                        "GlobalTableGlobalSecondaryIndexSettingsUpdate",
                        position,
                        name -> {
                          if (name.equals("IndexName")) {
                            index[0] = in.string();
                          } else if (name.equals(unitsMember)) {
                            units[0] = in.longInteger();
                          } else {
                            in.skip();
                          }
                        });
                if (present && index[0] != null && units[0] != null) {
                  all.put(index[0], units[0]);
                }
                return index;
              });
    }

    private static Own readReplica(JsonReader in, JsonReader.Position position) {
      Own own = new Own();
      boolean unused =
          in.structure(
              "ReplicaSettingsUpdate",
              position,
              name -> {
                switch (name) {
                  case "RegionName" -> own.region = in.string();
                  case "ReplicaProvisionedReadCapacityUnits" -> own.readUnits = in.longInteger();
                  case "ReplicaGlobalSecondaryIndexSettingsUpdate" ->
                      readIndexes(in, "ProvisionedReadCapacityUnits", own.indexReadUnits);
                  default -> in.skip();
                }
              });
      return own;
    }

    void check() {
      Constraints constraints = Constraints.echoing();
      LegacyTables.checkName(constraints, name);
      constraints
          .oneOf("globalTableBillingMode", billingMode, CreateTableRequest.BILLING_MODES)
          .range("globalTableProvisionedWriteCapacityUnits", writeUnits, 1, Long.MAX_VALUE);
      int i = 0;
      for (Own own : replicas()) {
        String path = "replicaSettingsUpdate." + ++i + ".member";
        constraints
            .required(path + ".regionName", own.region)
            .range(path + ".replicaProvisionedReadCapacityUnits", own.readUnits, 1, Long.MAX_VALUE);
      }
      constraints.verify();
    }

    List<Own> replicas() {
      return replicas == null ? List.of() : replicas;
    }
  }

  @Override
  public String name() {
    return "UpdateGlobalTableSettings";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    request.check();
    String name = Objects.requireNonNull(request.name);
    Region region = call.region();
    call.authorize(() -> LegacyTables.access(region, name(), name));
    Membership membership = region.network().exclusively(() -> update(region, name, request));
    DescribeGlobalTableSettings.write(call.out(), region, name, membership);
  }

  private static Membership update(Region region, String name, Request request) {
    Membership membership = LegacyTables.require(region, name);
    for (Own own : request.replicas()) {
      if (membership.in(Objects.requireNonNull(own.region)).isEmpty()) {
        throw new ServiceException(
            ErrorType.REPLICA_NOT_FOUND,
            "Replica not found: Table: '"
                + name
                + "' is not replicated in region: '"
                + own.region
                + "'.");
      }
    }
    List<Replicas.Replica> replicas =
        membership.regions().stream()
            .flatMap(each -> Replicas.find(region, name, each).stream())
            .toList();
    replicas.forEach(replica -> checkIndexes(replica.definition(), request));
    for (Replicas.Replica replica : replicas) {
      Replicas.requireUp(replica.region());
    }
    for (Replicas.Replica replica : replicas) {
      Region there = replica.region();
      TableDefinition changed =
          there
              .transitions()
              .change(
                  there.clock(),
                  () ->
                      new Lifecycle(there, replica.table())
                          .redefine(definition -> changed(there, definition, request)));
      Objects.requireNonNull(changed);
    }
    return membership;
  }

  private static void checkIndexes(TableDefinition table, Request request) {
    for (String index : request.indexWriteUnits.keySet()) {
      requireIndex(table, index);
    }
    for (Own own : request.replicas()) {
      own.indexReadUnits.keySet().forEach(index -> requireIndex(table, index));
    }
  }

  private static void requireIndex(TableDefinition table, String index) {
    if (table.index(index).isEmpty()) {
      throw new ServiceException(
          ErrorType.INDEX_NOT_FOUND,
          "Requested resource not found: Table: "
              + table.name()
              + " does not have an index named: "
              + index);
    }
  }

  private static TableDefinition changed(Region there, TableDefinition table, Request request) {
    TableSettings settings = table.settings();
    TableSettings.Changes changes = settings.change();
    Own own =
        request.replicas().stream()
            .filter(each -> there.name().equals(each.region))
            .findFirst()
            .orElseGet(Own::new);
    Throughput now = settings.throughput();
    if ("PAY_PER_REQUEST".equals(request.billingMode)) {
      changes.payPerRequest().payPerRequestSince(there.clock().instant());
    } else if (settings.isProvisioned() || "PROVISIONED".equals(request.billingMode)) {
      changes.provisioned(
          now.withUnits(
              own.readUnits == null ? Math.max(1, now.readUnits()) : own.readUnits,
              request.writeUnits == null ? Math.max(1, now.writeUnits()) : request.writeUnits));
    }
    return table
        .withSettings(changes.settings())
        .withIndexes(table.indexes().stream().map(index -> changed(index, own, request)).toList());
  }

  private static SecondaryIndex changed(SecondaryIndex index, Own own, Request request) {
    Long read = own.indexReadUnits.get(index.name());
    Long write = request.indexWriteUnits.get(index.name());
    Throughput now = index.throughput();
    return read == null && write == null
        ? index
        : index.withThroughput(
            now.withUnits(
                read == null ? now.readUnits() : read, write == null ? now.writeUnits() : write));
  }
}
