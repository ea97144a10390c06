package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.ContributorInsights.Mode;
import dev.assay.engine.table.ContributorInsights.Status;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** UpdateContributorInsights. */
public final class UpdateContributorInsights implements Operation {
  private static final Choices ACTIONS = Choices.of("ENABLE", "DISABLE");
  private static final Choices MODES = Choices.of("ACCESSED_AND_THROTTLED_KEYS", "THROTTLED_KEYS");

  private static final class Request {
    private @Nullable String tableName;
    private @Nullable String indexName;
    private @Nullable String action;
    private @Nullable String mode;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "IndexName" -> indexName = in.string();
              case "ContributorInsightsAction" -> action = in.string();
              case "ContributorInsightsMode" -> mode = in.string();
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
          .required("contributorInsightsAction", action)
          .oneOf("contributorInsightsAction", action, ACTIONS)
          .oneOf("contributorInsightsMode", mode, MODES)
          .verify();
      return name;
    }

    boolean enables() {
      return "ENABLE".equals(action);
    }
  }

  @Override
  public String name() {
    return "UpdateContributorInsights";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    String tableName = request.check();
    Region region = call.region();
    call.authorize(() -> Access.toIndex(region, name(), tableName, request.indexName));
    TableDefinition table =
        AttachedChange.make(
            region, tableName, current -> change(current, request, region.clock().instant()));
    InsightsTarget target = InsightsTarget.of(table, request.indexName);
    ContributorInsights insights = Objects.requireNonNull(target.current());
    JsonWriter out = target.writeNames(call.out().startObject());
    out.member("ContributorInsightsStatus", insights.status().name());
    out.member("ContributorInsightsMode", insights.mode().name()).endObject();
  }

  private static AttachedChange change(TableDefinition table, Request request, Instant now) {
    InsightsTarget target = InsightsTarget.of(table, request.indexName);
    ContributorInsights before = target.current();
    Mode mode = mode(request, before);
    Status passing = request.enables() ? Status.ENABLING : Status.DISABLING;
    Status steady = request.enables() ? Status.ENABLED : Status.DISABLED;
    Instant since = before == null || before.isOff() ? now : before.enabledAt();
    ContributorInsights begun = new ContributorInsights(passing, mode, now, since);
    return new AttachedChange(
        with(table.attachments(), target.key(), begun),
        then ->
            begun.equals(then.insights().get(target.key()))
                ? with(then, target.key(), new ContributorInsights(steady, mode, now, since))
                : then);
  }

  /** Enabling without a mode is enabling in the first, whatever it was; disabling leaves it. */
  private static Mode mode(Request request, @Nullable ContributorInsights before) {
    if (request.mode != null) {
      return Mode.valueOf(request.mode);
    }
    return before == null || request.enables() ? Mode.ACCESSED_AND_THROTTLED_KEYS : before.mode();
  }

  private static TableAttachments with(
      TableAttachments attachments, String key, ContributorInsights insights) {
    Map<String, ContributorInsights> all = new HashMap<>(attachments.insights());
    all.put(key, insights);
    return attachments.withInsights(all);
  }
}
