package dev.assay.engine.insights.api;

import dev.assay.engine.api.Answer;
import dev.assay.engine.api.Page;
import dev.assay.engine.api.Region;
import dev.assay.engine.insights.KeyRanking;
import dev.assay.engine.insights.Rule;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ContributorInsights;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /_assay/contributor-insights/<table>?index=<index>&max=<n>}: the keys that each rule
 * has counted most since counting was enabled. With the service one asks CloudWatch for them, rule
 * by rule; the members are named as in the answer of its GetInsightRuleReport.
 */
public final class InsightsPage implements Page {
  private static final String PATH = "contributor-insights/";
  private static final int DEFAULT_CONTRIBUTORS = 10;

  /** As many as GetInsightRuleReport gives at most. */
  private static final int MOST_CONTRIBUTORS = 100;

  @Override
  public Optional<Answer> get(Region region, String path, Map<String, String> query) {
    if (!path.startsWith(PATH)) {
      return Optional.empty();
    }
    String tableName = path.substring(PATH.length());
    String index = query.get("index");
    return region
        .catalog()
        .find(tableName)
        .flatMap(table -> report(region, table, index, contributors(query.get("max"))))
        .or(() -> Optional.of(problem("Contributor Insights is not enabled on " + tableName)));
  }

  private static int contributors(@Nullable String max) {
    if (max == null || !max.matches("[0-9]{1,9}")) {
      return DEFAULT_CONTRIBUTORS;
    }
    return Math.min(MOST_CONTRIBUTORS, Integer.parseInt(max));
  }

  private static Optional<Answer> report(
      Region region, Table table, @Nullable String index, int limit) {
    Map<Rule, KeyRanking> rankings = region.keyUsage().rankings(table, index, limit);
    ContributorInsights insights =
        table.definition().attachments().insights().get(index == null ? "" : index);
    if (rankings.isEmpty() || insights == null) {
      return Optional.empty();
    }
    String tableName = table.definition().name();
    JsonWriter out = new JsonWriter();
    out.startObject().member("TableName", tableName);
    if (index != null) {
      out.member("IndexName", index);
    }
    out.member("ContributorInsightsMode", insights.mode().name()).startArray("Rules");
    rankings.forEach(
        (rule, ranking) ->
            write(
                rule.cloudWatchName(tableName, index, insights.enabledAt().toEpochMilli()),
                rule,
                ranking,
                out));
    out.endArray().endObject();
    return Optional.of(new Answer(200, out.toByteArray()));
  }

  private static void write(String name, Rule rule, KeyRanking ranking, JsonWriter out) {
    out.startObject()
        .member("RuleName", name)
        .member("Rule", rule.name())
        .member("AggregationStatistic", "Sum")
        .member("AggregateValue", ranking.total())
        .member("ApproximateUniqueCount", ranking.uniqueKeys())
        .member("Exact", ranking.exact())
        .startArray("Contributors");
    for (KeyRanking.Contributor contributor : ranking.contributors()) {
      out.startObject()
          .strings("Keys", contributor.keys())
          .member("ApproximateAggregateValue", contributor.count())
          .member("Error", contributor.error())
          .endObject();
    }
    out.endArray().endObject();
  }

  private static Answer problem(String text) {
    JsonWriter out = new JsonWriter();
    out.startObject().member("problem", text).endObject();
    return new Answer(404, out.toByteArray());
  }
}
