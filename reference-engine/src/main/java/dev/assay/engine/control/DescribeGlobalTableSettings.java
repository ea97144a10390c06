package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;

/** DescribeGlobalTableSettings. */
public final class DescribeGlobalTableSettings implements Operation {
  @Override
  public String name() {
    return "DescribeGlobalTableSettings";
  }

  @Override
  public void execute(Call call) {
    String name = DescribeGlobalTable.readName(call.in());
    Region region = call.region();
    call.authorize(() -> LegacyTables.access(region, name(), name));
    write(call.out(), region, name, LegacyTables.require(region, name));
  }

  static void write(JsonWriter out, Region region, String name, Membership membership) {
    out.startObject().member("GlobalTableName", name).startArray("ReplicaSettings");
    for (String each : membership.regions()) {
      Replicas.find(region, name, each)
          .ifPresent(found -> writeReplica(out, each, found.definition()));
    }
    out.endArray().endObject();
  }

  private static void writeReplica(JsonWriter out, String region, TableDefinition table) {
    var settings = table.settings();
    out.startObject()
        .member("RegionName", region)
        .member("ReplicaStatus", table.status().name())
        .startObject("ReplicaBillingModeSummary")
        .member("BillingMode", settings.billingMode().name())
        .endObject()
        .member("ReplicaProvisionedReadCapacityUnits", settings.throughput().readUnits())
        .member("ReplicaProvisionedWriteCapacityUnits", settings.throughput().writeUnits());
    if (!table.globalIndexes().isEmpty()) {
      out.startArray("ReplicaGlobalSecondaryIndexSettings");
      for (SecondaryIndex index : table.globalIndexes()) {
        out.startObject()
            .member("IndexName", index.name())
            .member("IndexStatus", index.status().name())
            .member("ProvisionedReadCapacityUnits", index.throughput().readUnits())
            .member("ProvisionedWriteCapacityUnits", index.throughput().writeUnits())
            .endObject();
      }
      out.endArray();
    }
    if (settings.tableClass() != null) {
      out.startObject("ReplicaTableClassSummary")
          .member("TableClass", settings.tableClass().tableClass().name())
          .endObject();
    }
    out.endObject();
  }
}
