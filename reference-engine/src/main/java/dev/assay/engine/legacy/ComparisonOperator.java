package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.ScalarOrder;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The operators of legacy conditions, and what values each takes. */
enum ComparisonOperator {
  EQ(1, 1, Types.ALL),
  NE(1, 1, Types.ALL),
  LE(1, 1, Types.ORDERED),
  LT(1, 1, Types.ORDERED),
  GE(1, 1, Types.ORDERED),
  GT(1, 1, Types.ORDERED),
  NOT_NULL(0, 0, Types.ALL),
  NULL(0, 0, Types.ALL),
  CONTAINS(1, 1, Types.CONTAINED),
  NOT_CONTAINS(1, 1, Types.CONTAINED),
  BEGINS_WITH(1, 1, Types.PREFIXED),
  IN(1, Integer.MAX_VALUE, Types.ORDERED),
  BETWEEN(2, 2, Types.ORDERED);

  private static final class Types {
    static final Set<AttributeType> ALL = EnumSet.allOf(AttributeType.class);
    static final Set<AttributeType> ORDERED =
        EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B);
    static final Set<AttributeType> PREFIXED = EnumSet.of(AttributeType.S, AttributeType.B);
    static final Set<AttributeType> CONTAINED =
        EnumSet.of(
            AttributeType.S,
            AttributeType.N,
            AttributeType.B,
            AttributeType.BOOL,
            AttributeType.NULL);
  }

  private final int minValues;
  private final int maxValues;
  private final Set<AttributeType> types;

  ComparisonOperator(int minValues, int maxValues, Set<AttributeType> types) {
    this.minValues = minValues;
    this.maxValues = maxValues;
    this.types = types;
  }

  /** The operator with exactly this name. */
  static ComparisonOperator named(String name) {
    for (ComparisonOperator operator : values()) {
      if (operator.name().equals(name)) {
        return operator;
      }
    }
    throw InvalidParameter.because("Invalid comparison operator");
  }

  boolean takesValues() {
    return maxValues > 0;
  }

  /** Refuses values that the operator does not take: by number, then type, then relation. */
  void check(List<AttributeValue> values) {
    if (values.size() < minValues || values.size() > maxValues) {
      throw InvalidParameter.because(
          "Invalid number of argument(s) for the " + this + " ComparisonOperator");
    }
    for (AttributeValue value : values) {
      if (!types.contains(value.type())) {
        throw InvalidParameter.because(
            "ComparisonOperator "
                + this
                + " is not valid for "
                + value.type()
                + " AttributeValue type");
      }
    }
    for (AttributeValue value : values) {
      if (value.type() != values.getFirst().type()) {
        throw InvalidParameter.because(
            "AttributeValues inside AttributeValueList must be of same type");
      }
    }
    if (this == BETWEEN && ScalarOrder.compare(values.getFirst(), values.getLast()) > 0) {
      throw ServiceException.validation(
          "The BETWEEN condition was provided a range where the lower bound is greater than the"
              + " upper bound");
    }
  }
}
