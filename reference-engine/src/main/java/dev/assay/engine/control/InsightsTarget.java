package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.insights.Rule;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Contributor Insights look at: a table, or one of its global indexes.
 *
 * @param indexName null for the table
 */
record InsightsTarget(TableDefinition table, @Nullable String indexName) {

  /** The target that a request names, which must be there. */
  static InsightsTarget of(TableDefinition table, @Nullable String indexName) {
    if (indexName != null && table.index(indexName).filter(SecondaryIndex::isGlobal).isEmpty()) {
      throw new ServiceException(
          ErrorType.RESOURCE_NOT_FOUND,
          "Requested resource not found: Index: "
              + indexName
              + " not found for table: "
              + table.name());
    }
    return new InsightsTarget(table, indexName);
  }

  /** Under which the table's attachments have them. */
  String key() {
    return indexName == null ? "" : indexName;
  }

  @Nullable ContributorInsights current() {
    return table.attachments().insights().get(key());
  }

  JsonWriter writeNames(JsonWriter out) {
    out.member("TableName", table.name());
    if (indexName != null) {
      out.member("IndexName", indexName);
    }
    return out;
  }

  /** The names of the rules that count keys: partition keys, and whole keys where there are. */
  List<String> rules(ContributorInsights insights) {
    boolean sorted =
        indexName == null
            ? !table.key().sort().isEmpty()
            : table.index(indexName).map(index -> !index.key().sort().isEmpty()).orElse(false);
    boolean throttledOnly = insights.mode() == ContributorInsights.Mode.THROTTLED_KEYS;
    long created = insights.enabledAt().toEpochMilli();
    return Rule.of(sorted, throttledOnly).stream()
        .map(rule -> rule.cloudWatchName(table.name(), indexName, created))
        .toList();
  }
}
