package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/** The six comparators. */
public enum Comparison {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether only strings, numbers and binaries can be compared so. */
  public boolean isOrdering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** The comparator that says the same with its sides exchanged. */
  Comparison mirrored() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /**
   * Whether two values compare so; null stands for a missing one. Whatever is missing differs from
   * everything, and values of different types differ and have no order (fact 64).
   */
  public boolean test(@Nullable AttributeValue left, @Nullable AttributeValue right) {
    return switch (this) {
      case EQUAL -> left != null && left.equals(right);
      case NOT_EQUAL -> left == null || !left.equals(right);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          left != null
              && right != null
              && ScalarOrder.comparable(left, right)
              && accepts(ScalarOrder.compare(left, right));
    };
  }

  /** Whether this ordering holds for two values of the same scalar type. */
  private boolean accepts(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
