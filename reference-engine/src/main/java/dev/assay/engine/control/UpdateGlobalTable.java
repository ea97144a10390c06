package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.ReplicaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UpdateGlobalTable: takes tables into a global table, or out of it. */
public final class UpdateGlobalTable implements Operation {
  private static final class Request {
    private @Nullable String name;
    private @Nullable List<ReplicaUpdate> updates;
  }

  @Override
  public String name() {
    return "UpdateGlobalTable";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request();
    var in = call.in();
    in.request(
        member -> {
          switch (member) {
            case "GlobalTableName" -> request.name = in.string();
            case "ReplicaUpdates" -> request.updates = ReplicaUpdate.readList(in, "ReplicaUpdate");
            default -> in.skip();
          }
        });
    Constraints constraints = Constraints.echoing();
    LegacyTables.checkName(constraints, request.name);
    constraints.required("replicaUpdates", request.updates);
    ReplicaUpdate.check(constraints, "replicaUpdates", request.updates);
    constraints.verify();
    String name = Objects.requireNonNull(request.name);
    List<ReplicaUpdate> updates = Objects.requireNonNull(request.updates);
    updates.forEach(ReplicaUpdate::checkParts);
    Region region = call.region();
    call.authorize(() -> LegacyTables.access(region, name(), name));
    Membership changed = region.network().exclusively(() -> update(region, name, updates));
    LegacyTables.write(call.out(), region, name, changed);
  }

  private static Membership update(Region region, String name, List<ReplicaUpdate> updates) {
    Membership current = LegacyTables.require(region, name);
    List<ReplicaSettings> replicas = new ArrayList<>(current.replicas());
    List<String> gone = new ArrayList<>();
    for (ReplicaUpdate update : updates) {
      if (update.create() != null) {
        add(region, name, update.region(), replicas);
      } else {
        if (!replicas.removeIf(replica -> replica.region().equals(update.region()))) {
          throw new ServiceException(
              ErrorType.REPLICA_NOT_FOUND,
              "Replica not found: Table: '"
                  + name
                  + "' is not replicated in region: '"
                  + update.region()
                  + "'.");
        }
        gone.add(update.region());
      }
    }
    Membership changed = current.withReplicas(replicas);
    gone.forEach(each -> LegacyTables.redefine(region, each, name, null));
    changed.regions().forEach(each -> LegacyTables.redefine(region, each, name, changed));
    return changed;
  }

  private static void add(
      Region region, String name, String added, List<ReplicaSettings> replicas) {
    if (replicas.stream().anyMatch(replica -> replica.region().equals(added))) {
      throw new ServiceException(
          ErrorType.REPLICA_ALREADY_EXISTS,
          "Replica already exists: Table: '"
              + name
              + "' is replicated in region: '"
              + added
              + "' already.");
    }
    List<Table> all = new ArrayList<>();
    all.add(LegacyTables.candidate(region, name, added));
    for (ReplicaSettings replica : replicas) {
      Replicas.find(region, name, replica.region())
          .ifPresent(
              found -> {
                LegacyTables.requireEmpty(found.table(), "Table: '" + name + "'");
                all.add(found.table());
              });
    }
    LegacyTables.requireAlike(all);
    replicas.add(ReplicaSettings.of(added));
  }
}
