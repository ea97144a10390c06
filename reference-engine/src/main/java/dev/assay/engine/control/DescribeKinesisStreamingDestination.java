package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Tables;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.TableDefinition;

/** DescribeKinesisStreamingDestination. */
public final class DescribeKinesisStreamingDestination implements Operation {
  @Override
  public String name() {
    return "DescribeKinesisStreamingDestination";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    call.authorize(() -> Access.toTable(call.region(), name(), tableName));
    TableDefinition table = Tables.require(call.region(), tableName).definition();
    JsonWriter out =
        call.out()
            .startObject()
            .member("TableName", table.name())
            .startArray("KinesisDataStreamDestinations");
    for (KinesisDestination destination : table.attachments().kinesis()) {
      out.startObject()
          .member("StreamArn", destination.streamArn())
          .member("DestinationStatus", destination.status().name());
      if (destination.description() != null) {
        out.member("DestinationStatusDescription", destination.description());
      }
      if (destination.precision() != null) {
        out.member("ApproximateCreationDateTimePrecision", destination.precision().name());
      }
      out.endObject();
    }
    out.endArray().endObject();
  }
}
