package dev.assay.engine.partiql;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement means, checked as far as it can be without its table. */
sealed interface Statement {
  String tableName();

  /**
   * A read.
   *
   * @param indexName null for the table itself
   * @param columns null for all
   */
  record Select(
      String tableName,
      @Nullable String indexName,
      @Nullable Columns columns,
      @Nullable Condition where,
      @Nullable List<Query.Order> orderBy)
      implements Statement {}

  record Insert(String tableName, AttributeMap item) implements Statement {}

  record Update(
      String tableName,
      UpdateExpression update,
      @Nullable Condition where,
      @Nullable Returning returning)
      implements Statement {}

  record Delete(String tableName, @Nullable Condition where, @Nullable Returning returning)
      implements Statement {}

  /** {@code EXISTS(SELECT …)}: a check in a transaction of writes. */
  record Check(Select select) implements Statement {
    @Override
    public String tableName() {
      return select.tableName();
    }
  }

  default boolean isRead() {
    return this instanceof Select;
  }
}
