package dev.assay.engine.legacy;

import static dev.assay.engine.expression.Samples.ITEM;
import static dev.assay.engine.expression.Samples.n;
import static dev.assay.engine.expression.Samples.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegacyExpectationTest {
  private static ExpectedAttribute expected(
      @Nullable AttributeValue value,
      @Nullable Boolean exists,
      @Nullable String operator,
      @Nullable List<AttributeValue> values) {
    return new ExpectedAttribute(value, exists, operator, values);
  }

  private static boolean met(String attribute, ExpectedAttribute expected) {
    Condition condition = LegacyExpectation.condition(Map.of(attribute, expected), null);
    return condition == null || condition.test(ITEM);
  }

  private static void invalid(ExpectedAttribute expected, String detail) {
    assertThatThrownBy(() -> met("s", expected))
        .hasMessage("One or more parameter values were invalid: " + detail);
  }

  @Test
  void a_value_is_expected_to_be_there() {
    assertThat(met("s", expected(s("str"), null, null, null))).isTrue();
    assertThat(met("s", expected(s("str"), true, null, null))).isTrue();
    assertThat(met("s", expected(s("no"), null, null, null))).isFalse();
    assertThat(met("zz", expected(s("str"), null, null, null))).isFalse();
  }

  @Test
  void an_attribute_may_be_expected_not_to_be_there() {
    assertThat(met("zz", expected(null, false, null, null))).isTrue();
    assertThat(met("s", expected(null, false, null, null))).isFalse();
  }

  @Test
  void an_operator_takes_its_values_from_either_member() {
    assertThat(met("n", expected(n("1"), null, "GT", null))).isTrue();
    assertThat(met("n", expected(null, null, "GT", List.of(n("1"))))).isTrue();
    assertThat(met("n", expected(null, null, "BETWEEN", List.of(n("1"), n("9"))))).isTrue();
    assertThat(met("zz", expected(null, null, "NULL", null))).isTrue();
    assertThat(met("s", expected(null, null, "NOT_NULL", List.of()))).isTrue();
  }

  @Test
  void members_that_contradict_each_other_are_refused() {
    List<AttributeValue> values = List.of(s("a"));
    invalid(
        expected(null, null, null, null),
        "Value must be provided when Exists is null for Attribute: s");
    invalid(
        expected(null, true, null, null),
        "Value must be provided when Exists is true for Attribute: s");
    invalid(
        expected(s("a"), false, null, null),
        "Value cannot be used when Exists is false for Attribute: s");
    invalid(
        expected(s("a"), true, "EQ", values),
        "Value and AttributeValueList cannot be used together for Attribute: s");
    invalid(
        expected(s("a"), true, "EQ", null),
        "Exists and ComparisonOperator cannot be used together for Attribute: s");
    invalid(
        expected(null, false, null, values),
        "AttributeValueList can only be used with a ComparisonOperator for Attribute: s");
    invalid(
        expected(null, null, "IN", null),
        "Value or AttributeValueList must be used with ComparisonOperator: IN for Attribute: s");
  }

  @Test
  void values_are_checked_as_in_filters() {
    invalid(
        expected(null, null, "EQ", List.of()),
        "Invalid number of argument(s) for the EQ ComparisonOperator");
    invalid(
        expected(n("1"), null, "BETWEEN", null),
        "Invalid number of argument(s) for the BETWEEN ComparisonOperator");
    invalid(
        expected(s("a"), null, "NULL", null),
        "Invalid number of argument(s) for the NULL ComparisonOperator");
    invalid(expected(s("a"), null, "FOO", null), "Invalid comparison operator");
  }

  @Test
  void several_are_joined() {
    Map<String, ExpectedAttribute> both =
        Map.of(
            "s", expected(s("str"), null, null, null),
            "n", expected(n("6"), null, null, null));
    Condition and = LegacyExpectation.condition(both, null);
    Condition or = LegacyExpectation.condition(both, "OR");
    assertThat(and != null && and.test(ITEM)).isFalse();
    assertThat(or != null && or.test(ITEM)).isTrue();
    assertThat(LegacyExpectation.condition(null, null)).isNull();
  }

  @Test
  void an_empty_name_names_nothing() {
    assertThatThrownBy(() -> met("", expected(null, false, null, null)))
        .hasMessage("Empty attribute name");
  }
}
