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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CreateGlobalTable: makes existing, empty tables of one name replicas of each other. */
public final class CreateGlobalTable implements Operation {
  private static final class Request {
    private @Nullable String name;
    private @Nullable List<String> regions;
  }

  @Override
  public String name() {
    return "CreateGlobalTable";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request();
    var in = call.in();
    in.request(
        member -> {
          switch (member) {
            case "GlobalTableName" -> request.name = in.string();
            case "ReplicationGroup" ->
                request.regions =
                    in.list(
                        position -> {
                          String[] region = new String[1];
                          boolean present =
                              in.structure(
                                  "Replica",
                                  position,
                                  each -> {
                                    if (each.equals("RegionName")) {
                                      region[0] = in.string();
                                    } else {
                                      in.skip();
                                    }
                                  });
                          return present ? region[0] : null;
                        });
            default -> in.skip();
          }
        });
    Constraints constraints = Constraints.echoing();
    LegacyTables.checkName(constraints, request.name);
    constraints.required("replicationGroup", request.regions).verify();
    Region region = call.region();
    String name = Objects.requireNonNull(request.name);
    List<String> regions =
        Objects.requireNonNull(request.regions).stream().filter(Objects::nonNull).toList();
    call.authorize(() -> LegacyTables.access(region, name(), name));
    Membership made = region.network().exclusively(() -> create(region, name, regions));
    LegacyTables.write(call.out(), region, name, made);
  }

  private static Membership create(Region region, String name, List<String> regions) {
    if (LegacyTables.find(region, name).isPresent()) {
      throw new ServiceException(
          ErrorType.GLOBAL_TABLE_ALREADY_EXISTS,
          "Global table with name: '" + name + "' already exists.");
    }
    if (regions.isEmpty()) {
      throw ReplicaRules.unconfirmed("ReplicationGroup must name at least one region");
    }
    List<Table> tables =
        regions.stream()
            .distinct()
            .map(each -> LegacyTables.candidate(region, name, each))
            .toList();
    LegacyTables.requireAlike(tables);
    Membership membership =
        new Membership(
            Membership.Version.LEGACY,
            Membership.Consistency.EVENTUAL,
            region.clock().instant(),
            regions.stream().distinct().map(ReplicaSettings::of).toList(),
            List.of(),
            null);
    membership.regions().forEach(each -> LegacyTables.redefine(region, each, name, membership));
    return membership;
  }
}
