package dev.assay.engine.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is attached to a table and not part of its description, immutable.
 *
 * @param tags values by key, in the order in which they were given
 * @param policies resource policies by the ARN of the table or of one of its streams
 * @param insights Contributor Insights by index name; the table's own under {@code ""}
 * @param kinesis destinations of its change records, in the order of their first enabling
 * @param continuousBackups whether it can be restored to a moment of its recent past
 */
public record TableAttachments(
    TimeToLive timeToLive,
    Map<String, String> tags,
    Map<String, ResourcePolicy> policies,
    Map<String, ContributorInsights> insights,
    List<KinesisDestination> kinesis,
    ContinuousBackups continuousBackups) {
  public static final TableAttachments NONE =
      new TableAttachments(
          TimeToLive.NEVER, Map.of(), Map.of(), Map.of(), List.of(), ContinuousBackups.OFF);

  public TableAttachments {
    tags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    policies = Map.copyOf(policies);
    insights = Map.copyOf(insights);
    kinesis = List.copyOf(kinesis);
  }

  public TableAttachments withTimeToLive(TimeToLive newTimeToLive) {
    return new TableAttachments(
        newTimeToLive, tags, policies, insights, kinesis, continuousBackups);
  }

  public TableAttachments withTags(Map<String, String> newTags) {
    return new TableAttachments(
        timeToLive, newTags, policies, insights, kinesis, continuousBackups);
  }

  public TableAttachments withPolicies(Map<String, ResourcePolicy> newPolicies) {
    return new TableAttachments(
        timeToLive, tags, newPolicies, insights, kinesis, continuousBackups);
  }

  public TableAttachments withInsights(Map<String, ContributorInsights> newInsights) {
    return new TableAttachments(
        timeToLive, tags, policies, newInsights, kinesis, continuousBackups);
  }

  public TableAttachments withKinesis(List<KinesisDestination> newKinesis) {
    return new TableAttachments(
        timeToLive, tags, policies, insights, newKinesis, continuousBackups);
  }

  public TableAttachments withContinuousBackups(ContinuousBackups newContinuousBackups) {
    return new TableAttachments(
        timeToLive, tags, policies, insights, kinesis, newContinuousBackups);
  }

  /** These attachments when every change that is on its way is complete, but enabling Kinesis. */
  public TableAttachments settled() {
    TimeToLive expiry =
        switch (timeToLive.status()) {
          case ENABLING ->
              new TimeToLive(
                  TimeToLive.Status.ENABLED, timeToLive.attribute(), timeToLive.changedAt());
          case DISABLING ->
              new TimeToLive(TimeToLive.Status.DISABLED, null, timeToLive.changedAt());
          case ENABLED, DISABLED -> timeToLive;
        };
    Map<String, ContributorInsights> counting = new LinkedHashMap<>();
    insights.forEach((index, each) -> counting.put(index, each.settled()));
    return new TableAttachments(
        expiry,
        tags,
        policies,
        counting,
        kinesis.stream().map(KinesisDestination::settled).toList(),
        continuousBackups);
  }
}
