package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Expected}: the condition of a write. */
public final class LegacyExpectation {
  private LegacyExpectation() {}

  /**
   * The condition that it makes.
   *
   * @param expected by attribute, in the order of the request; null if not sent
   * @param conditionalOperator null if not sent
   * @return null if there is no condition
   */
  public static @Nullable Condition condition(
      @Nullable Map<String, ExpectedAttribute> expected, @Nullable String conditionalOperator) {
    List<Condition> parts = new ArrayList<>();
    if (expected != null) {
      expected.forEach((attribute, each) -> parts.add(part(attribute, each)));
    }
    return LegacyConditions.join(parts, conditionalOperator);
  }

  private static Condition part(String attribute, ExpectedAttribute expected) {
    InvalidParameter.checkName(attribute);
    if (expected.value() != null && expected.values() != null) {
      throw invalid("Value and AttributeValueList cannot be used together", attribute);
    }
    return expected.comparisonOperator() == null
        ? existence(attribute, expected)
        : comparison(attribute, expected, expected.comparisonOperator());
  }

  private static Condition comparison(
      String attribute, ExpectedAttribute expected, String operatorName) {
    ComparisonOperator operator = ComparisonOperator.named(operatorName);
    if (expected.exists() != null) {
      throw invalid("Exists and ComparisonOperator cannot be used together", attribute);
    }
    List<AttributeValue> values = expected.values();
    if (values == null) {
      AttributeValue value = expected.value();
      if (value == null && operator.takesValues()) {
        throw invalid(
            "Value or AttributeValueList must be used with ComparisonOperator: " + operator,
            attribute);
      }
      values = value == null ? List.of() : List.of(value);
    }
    operator.check(values);
    return LegacyConditions.of(attribute, operator, values);
  }

  private static Condition existence(String attribute, ExpectedAttribute expected) {
    if (expected.values() != null) {
      throw invalid("AttributeValueList can only be used with a ComparisonOperator", attribute);
    }
    boolean exists = !Boolean.FALSE.equals(expected.exists());
    AttributeValue value = expected.value();
    if (exists && value == null) {
      throw invalid("Value must be provided when Exists is " + expected.exists(), attribute);
    }
    if (!exists && value != null) {
      throw invalid("Value cannot be used when Exists is false", attribute);
    }
    return value == null
        ? LegacyConditions.of(attribute, ComparisonOperator.NULL, List.of())
        : LegacyConditions.of(attribute, ComparisonOperator.EQ, List.of(value));
  }

  private static ServiceException invalid(String rule, String attribute) {
    return InvalidParameter.because(rule + " for Attribute: " + attribute);
  }
}
