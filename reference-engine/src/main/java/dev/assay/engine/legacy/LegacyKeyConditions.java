package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.KeyClause;
import dev.assay.engine.expression.KeyCondition;
import dev.assay.engine.expression.KeyOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code KeyConditions}: what a Query reads. */
public final class LegacyKeyConditions {
  private LegacyKeyConditions() {}

  /**
   * The key condition that they make.
   *
   * @param conditions by attribute, in the order of the request
   */
  public static KeyCondition keyCondition(Map<String, LegacyCondition> conditions) {
    LegacyFilter.checkOperatorsPresent("keyConditions", conditions);
    if (conditions.isEmpty()) {
      throw ServiceException.validation("Conditions can be of length 1 or 2 only");
    }
    // Every condition must be valid in itself before any is looked at as a condition on a key.
    conditions.forEach(LegacyFilter::operator);
    List<KeyClause> clauses = new ArrayList<>(conditions.size());
    conditions.forEach(
        (attribute, condition) ->
            clauses.add(
                new KeyClause(
                    attribute,
                    keyOperator(LegacyFilter.operator(attribute, condition)),
                    LegacyFilter.values(condition))));
    return new KeyCondition(clauses);
  }

  private static KeyOperator keyOperator(ComparisonOperator operator) {
    return switch (operator) {
      case EQ -> KeyOperator.EQUAL;
      case LE -> KeyOperator.LESS_OR_EQUAL;
      case LT -> KeyOperator.LESS;
      case GE -> KeyOperator.GREATER_OR_EQUAL;
      case GT -> KeyOperator.GREATER;
      case BEGINS_WITH -> KeyOperator.BEGINS_WITH;
      case BETWEEN -> KeyOperator.BETWEEN;
      case NE, NOT_NULL, NULL, CONTAINS, NOT_CONTAINS, IN ->
          throw ServiceException.validation(
              "Attempted conditional constraint is not an indexable operation");
    };
  }
}
