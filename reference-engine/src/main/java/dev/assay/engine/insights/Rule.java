package dev.assay.engine.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which the service counts keys, in the order in which it lists them. */
public enum Rule {
  /** Uses of a partition key. */
  PKC(false, false),
  /** Uses of an item: partition and sort key. */
  SKC(true, false),
  /** Throttled uses of a partition key. */
  PKT(false, true),
  /** Throttled uses of an item: partition and sort key. */
  SKT(true, true);

  private final boolean bySortKey;
  private final boolean throttled;

  Rule(boolean bySortKey, boolean throttled) {
    this.bySortKey = bySortKey;
    this.throttled = throttled;
  }

  /** Whether it tells items of one partition apart. */
  public boolean isBySortKey() {
    return bySortKey;
  }

  /** Whether it counts what was throttled, and not what was done. */
  public boolean countsThrottled() {
    return throttled;
  }

  /**
   * The rules of a table or an index.
   *
   * @param hasSortKey without one there is nothing that rules by sort key could count
   */
  public static List<Rule> of(boolean hasSortKey, boolean throttledOnly) {
    return java.util.Arrays.stream(values())
        .filter(rule -> hasSortKey || !rule.bySortKey)
        .filter(rule -> rule.throttled || !throttledOnly)
        .toList();
  }

  /**
   * The name under which CloudWatch knows it.
   *
   * @param indexName null for the table itself
   * @param createdMillis when counting was enabled, in milliseconds since the epoch
   */
  public String cloudWatchName(String tableName, @Nullable String indexName, long createdMillis) {
    return "DynamoDBContributorInsights-"
        + name()
        + '-'
        + tableName
        + (indexName == null ? "" : '-' + indexName)
        + '-'
        + createdMillis;
  }
}
