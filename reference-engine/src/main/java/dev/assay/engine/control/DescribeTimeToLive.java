package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.table.TimeToLive;

/** DescribeTimeToLive. */
public final class DescribeTimeToLive implements Operation {
  @Override
  public String name() {
    return "DescribeTimeToLive";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    call.authorize(() -> Access.toTable(call.region(), name(), tableName));
    TimeToLive timeToLive =
        Tables.require(call.region(), tableName).definition().attachments().timeToLive();
    JsonWriter out =
        call.out()
            .startObject()
            .startObject("TimeToLiveDescription")
            .member("TimeToLiveStatus", timeToLive.status().name());
    if (timeToLive.attribute() != null) {
      out.member("AttributeName", timeToLive.attribute());
    }
    out.endObject().endObject();
  }
}
