package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.insights.Rule;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.schema.KeySchema;
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
          "Requested resource not found: Table: "
              + table.name()
              + " Index: "
              + indexName
              + " not found");
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

  /** The names of the rules that count its keys. */
  List<String> rules(ContributorInsights insights) {
    KeySchema key =
        indexName == null
            ? table.key()
            : table.index(indexName).map(SecondaryIndex::key).orElse(table.key());
    return Rule.of(
            !key.sort().isEmpty(), insights.mode() == ContributorInsights.Mode.THROTTLED_KEYS)
        .stream()
        .map(
            rule ->
                rule.cloudWatchName(table.name(), indexName, insights.changedAt().toEpochMilli()))
        .toList();
  }
}
