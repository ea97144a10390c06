package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Query reads: one item collection, and of it a stretch of the sort key.
 *
 * @param partition a value for each partition key attribute, in the order of the schema
 * @param sortPrefix values that the first sort key attributes must equal, in the order of the
 *     schema; equality on the last one named is here too
 * @param range the range of the next sort key attribute after those; null for all of it
 */
public record KeyRange(
    List<AttributeValue> partition, List<AttributeValue> sortPrefix, @Nullable SortRange range) {
  public KeyRange {
    partition = List.copyOf(partition);
    sortPrefix = List.copyOf(sortPrefix);
  }

  /** Whether a sort key, given by its attributes in the order of the schema, is in the range. */
  public boolean containsSortKey(List<AttributeValue> sortKey) {
    for (int i = 0; i < sortPrefix.size(); i++) {
      if (!sortPrefix.get(i).equals(sortKey.get(i))) {
        return false;
      }
    }
    return range == null || range.contains(sortKey.get(sortPrefix.size()));
  }
}
