package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * The values of one sort key attribute that a Query wants.
 *
 * @param value the bound, the prefix, or the lower of two bounds
 * @param upper the upper bound, included; only with {@link KeyOperator#BETWEEN}
 */
public record SortRange(
    KeyOperator operator, AttributeValue value, @Nullable AttributeValue upper) {

  /** Whether a value of the attribute's type is in the range. */
  public boolean contains(AttributeValue candidate) {
    if (operator == KeyOperator.BEGINS_WITH) {
      return Condition.BeginsWith.holds(candidate, value);
    }
    int order = ScalarOrder.compare(candidate, value);
    return switch (operator) {
      case EQUAL -> order == 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case BETWEEN -> order >= 0 && upper != null && ScalarOrder.compare(candidate, upper) <= 0;
      case BEGINS_WITH -> throw new IllegalStateException("decided above");
    };
  }
}
