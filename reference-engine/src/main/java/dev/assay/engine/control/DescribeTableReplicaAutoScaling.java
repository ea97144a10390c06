package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;

/**
 * DescribeTableReplicaAutoScaling. Nothing scales capacity by itself here, so that it describes the
 * table in its own region with auto scaling disabled.
 */
public final class DescribeTableReplicaAutoScaling implements Operation {
  @Override
  public String name() {
    return "DescribeTableReplicaAutoScaling";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    call.authorize(() -> Access.toTable(call.region(), name(), tableName));
    TableDefinition table = Tables.require(call.region(), tableName).definition();
    JsonWriter out = call.out().startObject();
    out.startObject("TableAutoScalingDescription")
        .member("TableName", table.name())
        .member("TableStatus", table.status().name())
        .startArray("Replicas")
        .startObject()
        .member("RegionName", call.region().name())
        .startArray("GlobalSecondaryIndexes");
    for (SecondaryIndex index : table.globalIndexes()) {
      out.startObject()
          .member("IndexName", index.name())
          .member("IndexStatus", index.status().name());
      writeDisabled(out, "ProvisionedReadCapacityAutoScalingSettings");
      writeDisabled(out, "ProvisionedWriteCapacityAutoScalingSettings");
      out.endObject();
    }
    out.endArray();
    writeDisabled(out, "ReplicaProvisionedReadCapacityAutoScalingSettings");
    writeDisabled(out, "ReplicaProvisionedWriteCapacityAutoScalingSettings");
    out.member("ReplicaStatus", table.status().name())
        .endObject()
        .endArray()
        .endObject()
        .endObject();
  }

  private static void writeDisabled(JsonWriter out, String member) {
    out.startObject(member).member("AutoScalingDisabled", true).endObject();
  }
}
