package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.Membership;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ListGlobalTables: those of version 2017.11.29. */
public final class ListGlobalTables implements Operation {
  private static final int MOST = 100;

  private static final class Request {
    private @Nullable Integer limit;
    private @Nullable String start;
    private @Nullable String region;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "Limit" -> limit = in.integer();
              case "ExclusiveStartGlobalTableName" -> start = in.string();
              case "RegionName" -> region = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .range("limit", limit, 1, Integer.MAX_VALUE)
          .pattern("exclusiveStartGlobalTableName", start, Constraints.NAME)
          .length("exclusiveStartGlobalTableName", start, 3, 255)
          .verify();
    }
  }

  @Override
  public String name() {
    return "ListGlobalTables";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toAccount(name()));
    int limit = request.limit == null ? MOST : Math.min(request.limit, MOST);
    JsonWriter out = call.out().startObject().startArray("GlobalTables");
    String last = null;
    String more = null;
    int shown = 0;
    for (Map.Entry<String, Membership> table :
        LegacyTables.after(region, request.start).entrySet()) {
      if (request.region != null && table.getValue().in(request.region).isEmpty()) {
        continue;
      }
      if (shown++ == limit) {
        more = last;
        break;
      }
      last = table.getKey();
      out.startObject().member("GlobalTableName", last).startArray("ReplicationGroup");
      table
          .getValue()
          .regions()
          .forEach(each -> out.startObject().member("RegionName", each).endObject());
      out.endArray().endObject();
    }
    out.endArray();
    if (more != null) {
      out.member("LastEvaluatedGlobalTableName", more);
    }
    out.endObject();
  }
}
