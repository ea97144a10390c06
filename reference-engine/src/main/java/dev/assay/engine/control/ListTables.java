package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ListTables. */
public final class ListTables implements Operation {
  private static final int MOST = 100;

  private static final class Request {
    private @Nullable Integer limit;
    private @Nullable String start;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "Limit" -> limit = in.integer();
              case "ExclusiveStartTableName" -> start = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .range("limit", limit, 1, MOST)
          .pattern("exclusiveStartTableName", start, Constraints.NAME)
          .length("exclusiveStartTableName", start, 3, 255)
          .verify();
    }
  }

  @Override
  public String name() {
    return "ListTables";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toEveryTable(region, name()));
    region.settle();
    int limit = request.limit == null ? MOST : request.limit;
    List<String> page = new ArrayList<>();
    Iterable<String> names =
        request.start == null
            ? region.catalog().names()
            : region.catalog().namesAfter(request.start);
    boolean more = false;
    for (String name : names) {
      if (page.size() == limit) {
        more = true;
        break;
      }
      page.add(name);
    }
    JsonWriter out = call.out().startObject().strings("TableNames", page);
    if (more) {
      out.member("LastEvaluatedTableName", page.getLast());
    }
    out.endObject();
  }
}
