package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableName;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * UpdateTableReplicaAutoScaling: writes of all replicas at once, reads of each for itself. All of
 * it is checked before any of it is done. What refusals say is not established (unconfirmed).
 */
public final class UpdateTableReplicaAutoScaling implements Operation {
  private static final class Own {
    private @Nullable String region;
    private @Nullable SettingsUpdate reads;
    private final Map<String, SettingsUpdate> indexReads = new TreeMap<>();
  }

  private static final class Request {
    private @Nullable String tableName;
    private @Nullable SettingsUpdate writes;
    private final Map<String, SettingsUpdate> indexWrites = new TreeMap<>();
    private final List<Own> replicas = new ArrayList<>();

    private Request(JsonReader in) {
      in.request(
          member -> {
            switch (member) {
              case "TableName" -> tableName = in.string();
              case "ProvisionedWriteCapacityAutoScalingUpdate" -> writes = SettingsUpdate.read(in);
              case "GlobalSecondaryIndexUpdates" ->
                  readIndexes(in, "ProvisionedWriteCapacityAutoScalingUpdate", indexWrites);
              case "ReplicaUpdates" -> {
                List<Own> read = in.list(position -> readReplica(in, position));
                replicas.addAll(read == null ? List.of() : read);
              }
              default -> in.skip();
            }
          });
    }

    private static void readIndexes(
        JsonReader in, String updateMember, Map<String, SettingsUpdate> all) {
      List<?> unused =
          in.list(
              position -> {
                String[] index = new String[1];
                SettingsUpdate[] update = new SettingsUpdate[1];
                boolean present =
                    in.structure(
                        "GlobalSecondaryIndexAutoScalingUpdate",
                        position,
                        name -> {
                          if (name.equals("IndexName")) {
                            index[0] = in.string();
                          } else if (name.equals(updateMember)) {
                            update[0] = SettingsUpdate.read(in);
                          } else {
                            in.skip();
                          }
                        });
                if (present && index[0] != null && update[0] != null) {
                  all.put(index[0], update[0]);
                }
                return index;
              });
    }

    private static Own readReplica(JsonReader in, JsonReader.Position position) {
      Own own = new Own();
      boolean unused =
          in.structure(
              "ReplicaAutoScalingUpdate",
              position,
              name -> {
                switch (name) {
                  case "RegionName" -> own.region = in.string();
                  case "ReplicaProvisionedReadCapacityAutoScalingUpdate" ->
                      own.reads = SettingsUpdate.read(in);
                  case "ReplicaGlobalSecondaryIndexUpdates" ->
                      readIndexes(in, "ProvisionedReadCapacityAutoScalingUpdate", own.indexReads);
                  default -> in.skip();
                }
              });
      return own;
    }

    private void check() {
      String ignored = TableName.check(tableName);
      Objects.requireNonNull(ignored);
      Constraints constraints = Constraints.echoing();
      if (writes != null) {
        writes.check(constraints, "provisionedWriteCapacityAutoScalingUpdate");
      }
      indexWrites.values().forEach(each -> each.check(constraints, "globalSecondaryIndexUpdates"));
      int i = 0;
      for (Own own : replicas) {
        String path = "replicaUpdates." + ++i + ".member";
        constraints.required(path + ".regionName", own.region);
        if (own.reads != null) {
          own.reads.check(constraints, path + ".replicaProvisionedReadCapacityAutoScalingUpdate");
        }
        own.indexReads
            .values()
            .forEach(each -> each.check(constraints, path + ".replicaGlobalSecondaryIndexUpdates"));
      }
      constraints.verify();
      if (writes == null && indexWrites.isEmpty() && replicas.isEmpty()) {
        throw ServiceException.validation(
            "At least one of GlobalSecondaryIndexUpdates,"
                + " ProvisionedWriteCapacityAutoScalingUpdate or ReplicaUpdates is required");
      }
    }
  }

  /** One thing to do. */
  private record Step(Region region, Subject subject, SettingsUpdate update) {}

  @Override
  public String name() {
    return "UpdateTableReplicaAutoScaling";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    request.check();
    Region region = call.region();
    String tableName = Objects.requireNonNull(request.tableName);
    call.authorize(() -> Access.toTable(region, name(), tableName));
    Table table = Tables.require(region, tableName);
    if (table.definition().status() != TableStatus.ACTIVE) {
      throw new ServiceException(
          ErrorType.RESOURCE_IN_USE,
          "Attempt to change a resource which is still in use: Table is being updated: "
              + table.definition().name());
    }
    if (!table.definition().settings().isProvisioned()) {
      throw ServiceException.validation(
          "Auto scaling settings can only be updated for tables with provisioned capacity");
    }
    List<Step> steps = steps(request, ReplicaScaling.of(region, table));
    steps.forEach(step -> step.update().require(step.region(), step.subject()));
    steps.forEach(step -> step.update().apply(step.region(), step.subject()));
    ReplicaScaling.write(call.out(), region, table);
  }

  private static List<Step> steps(Request request, List<ReplicaScaling> replicas) {
    List<Step> steps = new ArrayList<>();
    for (ReplicaScaling replica : replicas) {
      if (request.writes != null) {
        steps.add(step(replica, null, true, request.writes));
      }
      request.indexWrites.forEach((index, update) -> steps.add(step(replica, index, true, update)));
    }
    for (Own own : request.replicas) {
      ReplicaScaling replica =
          replicas.stream()
              .filter(each -> each.region().name().equals(own.region))
              .findFirst()
              .orElseThrow(
                  () ->
                      ServiceException.validation(
                          "The table has no replica in the region: " + own.region));
      if (own.reads != null) {
        steps.add(step(replica, null, false, own.reads));
      }
      own.indexReads.forEach((index, update) -> steps.add(step(replica, index, false, update)));
    }
    return steps;
  }

  private static Step step(
      ReplicaScaling replica, @Nullable String index, boolean writes, SettingsUpdate update) {
    if (index != null && replica.table().index(index).filter(found -> found.isGlobal()).isEmpty()) {
      throw ServiceException.validation("The table does not have the specified index: " + index);
    }
    return new Step(replica.region(), Subject.of(replica.table().name(), index, writes), update);
  }
}
