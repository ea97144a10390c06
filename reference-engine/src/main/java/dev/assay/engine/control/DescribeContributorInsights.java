package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** DescribeContributorInsights. */
public final class DescribeContributorInsights implements Operation {
  private static final class Request {
    private @Nullable String tableName;
    private @Nullable String indexName;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "IndexName" -> indexName = in.string();
              default -> in.skip();
            }
          });
    }

    /** Checks each member, and gives the table's name. */
    String check() {
      String name = TableName.checkLength(tableName);
      Constraints constraints = Constraints.echoing();
      TableName.checkPattern(constraints, name);
      constraints
          .pattern("indexName", indexName, Constraints.NAME)
          .length("indexName", indexName, 3, 255)
          .verify();
      return name;
    }
  }

  @Override
  public String name() {
    return "DescribeContributorInsights";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    String tableName = request.check();
    call.authorize(() -> Access.toIndex(call.region(), name(), tableName, request.indexName));
    TableDefinition table = Tables.require(call.region(), tableName).definition();
    InsightsTarget target = InsightsTarget.of(table, request.indexName);
    ContributorInsights insights = target.current();
    JsonWriter out = target.writeNames(call.out().startObject());
    if (insights == null) {
      out.member("ContributorInsightsStatus", ContributorInsights.Status.DISABLED.name());
    } else {
      if (insights.status() == ContributorInsights.Status.ENABLED) {
        out.strings("ContributorInsightsRuleList", target.rules(insights));
      }
      out.member("ContributorInsightsStatus", insights.status().name())
          .seconds("LastUpdateDateTime", insights.changedAt())
          .member("ContributorInsightsMode", insights.mode().name());
    }
    out.endObject();
  }
}
