package dev.assay.engine.legacy;

import static dev.assay.engine.expression.Samples.ITEM;
import static dev.assay.engine.expression.Samples.KEY;
import static dev.assay.engine.expression.Samples.n;
import static dev.assay.engine.expression.Samples.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, key conditions and the operators that they share with {@code Expected}. */
class LegacyConditionsTest {
  private static final AttributeValue SET = AttributeValue.SS.of(List.of("a"));
  private static final AttributeValue MAP = new AttributeValue.M(AttributeMap.EMPTY);

  private static LegacyCondition when(String operator, AttributeValue... values) {
    return new LegacyCondition(operator, List.of(values));
  }

  private static boolean passes(String attribute, LegacyCondition condition) {
    Condition filter = LegacyFilter.condition("scanFilter", Map.of(attribute, condition), null);
    return filter == null || filter.test(ITEM);
  }

  private static void refused(LegacyCondition condition, String message) {
    assertThatThrownBy(() -> passes("s", condition)).hasMessage(message);
  }

  private static void invalid(LegacyCondition condition, String detail) {
    refused(condition, "One or more parameter values were invalid: " + detail);
  }

  @Test
  void operators_mean_what_they_say() {
    assertThat(passes("n", when("EQ", n("5")))).isTrue();
    assertThat(passes("n", when("NE", n("5")))).isFalse();
    assertThat(passes("n", when("LE", n("5")))).isTrue();
    assertThat(passes("n", when("LT", n("5")))).isFalse();
    assertThat(passes("n", when("GE", n("5")))).isTrue();
    assertThat(passes("n", when("GT", n("4")))).isTrue();
    assertThat(passes("n", when("GT", s("4")))).isFalse();
    assertThat(passes("n", when("BETWEEN", n("1"), n("5")))).isTrue();
    assertThat(passes("n", when("IN", n("1"), n("5")))).isTrue();
    assertThat(passes("s", when("BEGINS_WITH", s("st")))).isTrue();
    assertThat(passes("s", when("CONTAINS", s("t")))).isTrue();
    assertThat(passes("ss", when("CONTAINS", s("a")))).isTrue();
    assertThat(passes("li", when("CONTAINS", s("zero")))).isTrue();
    assertThat(passes("s", when("NOT_CONTAINS", s("t")))).isFalse();
    assertThat(passes("n", when("NOT_CONTAINS", s("t")))).isTrue();
    assertThat(passes("nul", when("NOT_NULL"))).isTrue();
    assertThat(passes("nul", when("NULL"))).isFalse();
    assertThat(passes("li", new LegacyCondition("NOT_NULL", null))).isTrue();
  }

  @Test
  void a_missing_attribute_differs_but_does_not_lack() {
    assertThat(passes("zz", when("NULL"))).isTrue();
    assertThat(passes("zz", when("NE", s("a")))).isTrue();
    assertThat(passes("zz", when("NOT_CONTAINS", s("a")))).isFalse();
    assertThat(passes("zz", when("LT", s("a")))).isFalse();
  }

  @Test
  void an_attribute_is_named_whole_and_by_any_name() {
    Condition filter =
        LegacyFilter.condition("scanFilter", Map.of("m.a-é", when("EQ", s("x"))), null);
    assertThat(filter).isNotNull();
    assertThat(filter.test(AttributeMap.of("m.a-é", s("x")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EQ, 0",
    "EQ, 2",
    "NE, 3",
    "LT, 0",
    "LE, 2",
    "GT, 2",
    "GE, 0",
    "CONTAINS, 2",
    "NOT_CONTAINS, 0",
    "BEGINS_WITH, 2",
    "IN, 0",
    "BETWEEN, 1",
    "BETWEEN, 3",
    "NULL, 1",
    "NOT_NULL, 1",
  })
  void operators_count_their_values(String operator, int count) {
    AttributeValue[] values = new AttributeValue[count];
    Arrays.fill(values, s("a"));
    invalid(
        when(operator, values),
        "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
  }

  @ParameterizedTest
  @CsvSource({
    "LT, SS",
    "LE, BOOL",
    "GT, M",
    "GE, NULL",
    "IN, BOOL",
    "IN, SS",
    "CONTAINS, SS",
    "CONTAINS, M",
    "NOT_CONTAINS, SS",
    "BEGINS_WITH, N",
    "BEGINS_WITH, BOOL",
  })
  void operators_take_certain_types(String operator, String type) {
    AttributeValue value =
        switch (type) {
          case "SS" -> SET;
          case "M" -> MAP;
          case "N" -> n("1");
          case "NULL" -> AttributeValue.Null.INSTANCE;
          default -> AttributeValue.Bool.TRUE;
        };
    invalid(
        when(operator, value),
        "ComparisonOperator " + operator + " is not valid for " + type + " AttributeValue type");
  }

  @Test
  void values_of_one_condition_are_alike_and_in_order() {
    String alike = "AttributeValues inside AttributeValueList must be of same type";
    invalid(when("IN", n("1"), s("a")), alike);
    invalid(when("BETWEEN", n("1"), s("a")), alike);
    invalid(
        when("IN", s("a"), SET), "ComparisonOperator IN is not valid for SS AttributeValue type");
    refused(
        when("BETWEEN", n("2"), n("1")),
        "The BETWEEN condition was provided a range where the lower bound is greater than the"
            + " upper bound");
    assertThat(passes("m", when("EQ", MAP))).isFalse();
  }

  @Test
  void operators_are_spelled_exactly() {
    invalid(when("eq", s("a")), "Invalid comparison operator");
    invalid(when("FOO"), "Invalid comparison operator");
    refused(
        new LegacyCondition(null, List.of(s("a"))),
        "1 validation error detected: Value null at 'scanFilter.s.member.comparisonOperator' failed"
            + " to satisfy constraint: Member must not be null");
  }

  @Test
  void the_first_wrong_condition_of_the_request_is_reported() {
    Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
    conditions.put("b", when("LT", SET));
    conditions.put("a", when("EQ"));
    assertThatThrownBy(() -> LegacyFilter.condition("queryFilter", conditions, null))
        .hasMessageEndingWith("ComparisonOperator LT is not valid for SS AttributeValue type");
  }

  @Test
  void conditions_are_joined_by_and_unless_told_otherwise() {
    Map<String, LegacyCondition> conditions =
        Map.of("n", when("EQ", n("5")), "s", when("EQ", s("no")), "zz", when("NULL"));
    assertThat(joined(conditions, null)).isFalse();
    assertThat(joined(conditions, "AND")).isFalse();
    assertThat(joined(conditions, "OR")).isTrue();
    assertThatThrownBy(() -> joined(conditions, "XOR"))
        .hasMessage("Member must satisfy enum value set: [ALL, OR]");
  }

  private static boolean joined(
      Map<String, LegacyCondition> conditions, @Nullable String operator) {
    Condition filter = LegacyFilter.condition("queryFilter", conditions, operator);
    return filter == null || filter.test(ITEM);
  }

  @Test
  void there_must_be_something_to_join() {
    assertThat(LegacyFilter.condition("scanFilter", null, null)).isNull();
    assertThat(LegacyFilter.condition("scanFilter", Map.of(), null)).isNull();
    assertThatThrownBy(() -> LegacyFilter.condition("scanFilter", null, "AND"))
        .hasMessage("ConditionalOperator cannot be used without Filter or Expected");
    assertThatThrownBy(() -> joined(Map.of("s", when("NULL")), "OR"))
        .hasMessage(
            "ConditionalOperator can only be used when Filter or Expected has two or more"
                + " elements");
    assertThatThrownBy(() -> joined(Map.of("s", when("EQ")), "OR"))
        .hasMessageContaining("Invalid number of argument(s)");
  }

  @Test
  void thousands_of_conditions_are_no_deep_tree() {
    Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      conditions.put("x" + i, when("NULL"));
    }
    assertThat(joined(conditions, null)).isTrue();
  }

  @Test
  void key_conditions_are_key_conditions() {
    Map<String, LegacyCondition> conditions =
        Map.of("sk", when("BETWEEN", s("a"), s("b")), "pk", when("EQ", s("a")));
    assertThat(LegacyKeyConditions.keyCondition(conditions).bind(KEY))
        .isEqualTo(
            new KeyRange(
                List.of(s("a")), List.of(), new SortRange(KeyOperator.BETWEEN, s("a"), s("b"))));
  }

  @ParameterizedTest
  @CsvSource({"NE", "IN", "CONTAINS", "NOT_CONTAINS", "NULL", "NOT_NULL"})
  void an_index_answers_few_operators(String operator) {
    LegacyCondition condition = operator.endsWith("NULL") ? when(operator) : when(operator, s("a"));
    Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
    conditions.put("pk", condition);
    assertThatThrownBy(() -> LegacyKeyConditions.keyCondition(conditions))
        .hasMessage("Attempted conditional constraint is not an indexable operation");
    conditions.put("sk", when("LT", SET));
    assertThatThrownBy(() -> LegacyKeyConditions.keyCondition(conditions))
        .hasMessageEndingWith("ComparisonOperator LT is not valid for SS AttributeValue type");
  }

  @Test
  void key_conditions_name_their_member() {
    assertThatThrownBy(
            () -> LegacyKeyConditions.keyCondition(Map.of("pk", new LegacyCondition(null, null))))
        .hasMessageContaining("'keyConditions.pk.member.comparisonOperator'");
    assertThatThrownBy(() -> LegacyKeyConditions.keyCondition(Map.of()))
        .hasMessage("Conditions can be of length 1 or 2 only");
  }
}
