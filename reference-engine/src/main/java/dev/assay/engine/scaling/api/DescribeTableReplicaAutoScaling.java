package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.control.TableName;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;

/**
 * DescribeTableReplicaAutoScaling: of all replicas, the one that is asked first. That a table
 * without replicas is described by its own region is not established (unconfirmed).
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
    Table table = Tables.require(call.region(), tableName);
    ReplicaScaling.write(call.out(), call.region(), table);
  }
}
