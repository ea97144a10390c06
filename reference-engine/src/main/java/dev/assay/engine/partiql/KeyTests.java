package dev.assay.engine.partiql;

import dev.assay.engine.expression.Comparison;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Conditions that an index on one attribute can answer. */
final class KeyTests {
  private KeyTests() {}

  /** The attribute that a condition tests against a value, if it is such a condition. */
  record KeyTest(String attribute, SortRange range) {
    boolean isEquality() {
      return range.operator() == KeyOperator.EQUAL;
    }
  }

  static @Nullable KeyTest of(Condition condition) {
    return switch (condition) {
      case Condition.Compare compare -> compare(compare);
      case Condition.Between(Operand operand, Operand lower, Operand upper) ->
          attribute(operand) != null
                  && lower instanceof Operand.Literal(AttributeValue from)
                  && upper instanceof Operand.Literal(AttributeValue to)
              ? test(operand, KeyOperator.BETWEEN, from, to)
              : null;
      case Condition.BeginsWith(Operand operand, Operand prefix) ->
          attribute(operand) != null && prefix instanceof Operand.Literal(AttributeValue start)
              ? test(operand, KeyOperator.BEGINS_WITH, start, null)
              : null;
      default -> null;
    };
  }

  private static @Nullable KeyTest compare(Condition.Compare compare) {
    KeyOperator operator = operator(compare.comparison());
    if (operator == null) {
      return null;
    }
    if (attribute(compare.left()) != null
        && compare.right() instanceof Operand.Literal(AttributeValue value)) {
      return test(compare.left(), operator, value, null);
    }
    if (attribute(compare.right()) != null
        && compare.left() instanceof Operand.Literal(AttributeValue value)) {
      return test(compare.right(), mirrored(operator), value, null);
    }
    return null;
  }

  private static @Nullable KeyTest test(
      Operand operand, KeyOperator operator, AttributeValue value, @Nullable AttributeValue upper) {
    String attribute = attribute(operand);
    return attribute == null ? null : new KeyTest(attribute, new SortRange(operator, value, upper));
  }

  /** The name of the whole attribute that an operand is; null if it is anything else. */
  static @Nullable String attribute(Operand operand) {
    return operand instanceof Operand.Path(DocumentPath path) && path.isTopLevel()
        ? path.attribute()
        : null;
  }

  private static @Nullable KeyOperator operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> KeyOperator.EQUAL;
      case NOT_EQUAL -> null;
      case LESS -> KeyOperator.LESS;
      case LESS_OR_EQUAL -> KeyOperator.LESS_OR_EQUAL;
      case GREATER -> KeyOperator.GREATER;
      case GREATER_OR_EQUAL -> KeyOperator.GREATER_OR_EQUAL;
    };
  }

  private static KeyOperator mirrored(KeyOperator operator) {
    return switch (operator) {
      case LESS -> KeyOperator.GREATER;
      case LESS_OR_EQUAL -> KeyOperator.GREATER_OR_EQUAL;
      case GREATER -> KeyOperator.LESS;
      case GREATER_OR_EQUAL -> KeyOperator.LESS_OR_EQUAL;
      case EQUAL, BETWEEN, BEGINS_WITH -> operator;
    };
  }
}
