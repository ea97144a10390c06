package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;

/** DescribeTable. */
public final class DescribeTable implements Operation {
  @Override
  public String name() {
    return "DescribeTable";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    call.authorize(() -> Access.toTable(call.region(), name(), tableName));
    Table table = Tables.require(call.region(), tableName);
    call.out().startObject();
    new TableDescription(call.region(), table, table.definition(), call.region().clock().instant())
        .write(call.out(), "Table");
    call.out().endObject();
  }
}
