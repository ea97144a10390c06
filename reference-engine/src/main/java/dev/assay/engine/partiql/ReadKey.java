package dev.assay.engine.partiql;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one item that a SELECT names, in a batch or a transaction. */
final class ReadKey {
  private ReadKey() {}

  /**
   * The key, if the clause names the whole of it.
   *
   * @param more whether the clause may say more than the key; a batch's SELECT may not
   */
  static @Nullable AttributeMap of(@Nullable Condition where, KeySchema schema, boolean more) {
    List<KeyBranch> branches = where == null ? null : KeyBranch.of(where, schema);
    if (branches == null || branches.size() != 1) {
      return null;
    }
    KeyBranch branch = branches.getFirst();
    if (!branch.isKeyed() || (!more && (branch.others() || branch.looseSort()))) {
      return null;
    }
    AttributeMap partition =
        AttributeMap.of(schema.partition().get(0).name(), branch.partitionValue());
    if (schema.sort().isEmpty()) {
      return partition;
    }
    SortRange range = branch.range();
    return range == null || range.operator() != KeyOperator.EQUAL
        ? null
        : partition.with(schema.sort().get(0).name(), range.value());
  }
}
