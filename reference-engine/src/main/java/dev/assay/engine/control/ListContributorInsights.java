package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** ListContributorInsights: of a table and its indexes, or of all tables. */
public final class ListContributorInsights implements Operation {
  private static final int MOST = 100;

  private static final class Request {
    private @Nullable String tableName;
    private @Nullable String nextToken;
    private @Nullable Integer most;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "NextToken" -> nextToken = in.string();
              case "MaxResults" -> most = in.integer();
              default -> in.skip();
            }
          });
      if (tableName != null) {
        TableName.check(tableName);
      }
      Constraints.echoing().range("maxResults", most, Integer.MIN_VALUE, MOST).verify();
    }

    int limit() {
      return most == null || most < 1 ? MOST : most;
    }

    /** The entry after which the page begins; empty for the first page. */
    String start() {
      if (nextToken == null) {
        return "";
      }
      try {
        return new String(Base64.getUrlDecoder().decode(nextToken), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw ServiceException.validation("Invalid NextToken");
      }
    }
  }

  /** One line of the list. */
  private record Summary(InsightsTarget target, ContributorInsights insights) {
    /** Orders the list; no name has a slash. */
    String position() {
      return target.table().name() + "/" + target.key();
    }

    void write(JsonWriter out) {
      target
          .writeNames(out.startObject())
          .member("ContributorInsightsStatus", insights.status().name())
          .member("ContributorInsightsMode", insights.mode().name())
          .endObject();
    }
  }

  @Override
  public String name() {
    return "ListContributorInsights";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    String tableName = request.tableName;
    call.authorize(
        () ->
            tableName == null
                ? Access.toEveryTable(region, name())
                : Access.toTable(region, name(), tableName));
    String start = request.start();
    List<Summary> page = new ArrayList<>();
    boolean more = false;
    for (Summary summary : summaries(region, tableName)) {
      if (summary.position().compareTo(start) <= 0) {
        continue;
      }
      if (page.size() == request.limit()) {
        more = true;
        break;
      }
      page.add(summary);
    }
    JsonWriter out = call.out().startObject().startArray("ContributorInsightsSummaries");
    page.forEach(summary -> summary.write(out));
    out.endArray();
    if (more) {
      byte[] last = page.getLast().position().getBytes(StandardCharsets.UTF_8);
      out.member("NextToken", Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }
    out.endObject();
  }

  private static List<Summary> summaries(Region region, @Nullable String tableName) {
    region.settle();
    Iterable<Table> tables =
        tableName == null ? region.catalog().tables() : List.of(Tables.require(region, tableName));
    List<Summary> summaries = new ArrayList<>();
    for (Table table : tables) {
      TableDefinition definition = table.definition();
      new TreeMap<>(definition.attachments().insights())
          .forEach(
              (index, insights) -> {
                // What is off is not listed, whether it ever was on or not.
                if (insights.status() != ContributorInsights.Status.DISABLED) {
                  summaries.add(
                      new Summary(
                          new InsightsTarget(definition, index.isEmpty() ? null : index),
                          insights));
                }
              });
    }
    return summaries;
  }
}
