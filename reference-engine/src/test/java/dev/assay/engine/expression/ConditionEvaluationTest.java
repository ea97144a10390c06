package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.value.AttributeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionEvaluationTest {
  private static boolean holds(String text, AttributeMap item) {
    return Condition.parse(ExpressionKind.FILTER, text, Samples.scopeFor(text)).test(item);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = :five",
        ":five = n",
        "n <> :one",
        "n > :one AND n < :nine",
        "n >= :five AND n <= :five",
        "s <> :five",
        "bin > :bin",
        "li[0] <> li[1]",
        "m.l[1] = :m",
        "ss = :sa",
        "yes = :yes",
        "nul = :nul",
        "#n = :five AND #m.a <> :a",
        "n BETWEEN :one AND :nine",
        "n BETWEEN :five AND :five",
        "n IN (:one, :five)",
        "li[2] IN (:one, li[0], :two)",
        "attribute_exists(m.l[1].q)",
        "attribute_not_exists(m.l[2])",
        "attribute_not_exists(s.x)",
        "attribute_not_exists(li.a)",
        "attribute_not_exists(m[0])",
        "attribute_exists(nul)",
        "begins_with(s, :st)",
        "begins_with(bin, :bin)",
        "begins_with(s, e)",
        "contains(s, :st)",
        "contains(bin, :bin)",
        "contains(ss, :a)",
        "contains(ns, :two)",
        "contains(li, :two)",
        "contains(m.l, :m)",
        "contains(:str, :st)",
        "size(s) > :two",
        "size(e) = :zero",
        "size(li) = size(s)",
        "size(ss) = :two",
        "size(m.blank) < :one",
        "size(:sa) = :two",
        "n = :one OR n = :five AND s = :str",
        "NOT n = :one AND s = :str",
        "NOT (n = :one AND s = :str)",
        "NOT NOT n = :five",
        "n = :five or n = :one and s = :a",
        "(n = :one OR n = :five) AND s = :str",
        "(n) = (:five)",
        "((n) = :five)",
        "(size(s)) > :two",
      })
  void these_hold(String text) {
    assertThat(holds(text, Samples.ITEM)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = :one",
        "n = :str",
        "s < :five",
        "s > :five",
        "yes < nul",
        "ss = :ss",
        "li = :l",
        "m.l[1].q = :five",
        "n BETWEEN :nine AND n2",
        "s BETWEEN :one AND :nine",
        "n IN (:one, :two)",
        "begins_with(n, s)",
        "begins_with(s, :bin)",
        "contains(n, :five)",
        "contains(m, :a)",
        "contains(ss, :ss)",
        "contains(ns, :a)",
        "contains(s, :ss)",
        "contains(yes, :yes)",
        "size(n) = :one",
        "size(yes) = :one",
        "n = :one OR (n = :five AND s = :a)",
        "(n = :one OR n = :five) AND s = :a",
      })
  void these_do_not_hold(String text) {
    assertThat(holds(text, Samples.ITEM)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz <> :a",
        "zz <> yy",
        ":a <> zz",
        "NOT zz = :a",
        "NOT zz < :a",
        "NOT zz BETWEEN :a AND :b",
        "NOT zz IN (:a)",
        "NOT contains(zz, :a)",
        "NOT size(zz) = :one",
        "attribute_not_exists(zz)",
      })
  void what_is_missing_differs_from_everything(String text) {
    assertThat(holds(text, Samples.ITEM)).isTrue();
    assertThat(holds(text, AttributeMap.EMPTY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz = :a",
        "zz = yy",
        "zz < :a",
        "zz >= yy",
        "zz BETWEEN :a AND :b",
        "zz IN (:a)",
        "zz IN (yy)",
        "contains(zz, :a)",
        "contains(s, zz)",
        "begins_with(zz, :a)",
        "begins_with(s, zz)",
        "size(zz) = :one",
        "size(zz) < :one",
        "attribute_exists(zz)",
        "attribute_exists(zz.a[0])",
      })
  void what_is_missing_compares_with_nothing(String text) {
    assertThat(holds(text, Samples.ITEM)).isFalse();
    assertThat(holds(text, AttributeMap.EMPTY)).isFalse();
  }

  @Test
  void types_are_told_apart() {
    ExpressionScope scope = new ExpressionScope(null, AttributeMap.of(":t", Samples.s("SS")));
    Condition isStringSet =
        Condition.parse(ExpressionKind.CONDITION, "attribute_type(x, :t)", scope);
    assertThat(isStringSet.test(AttributeMap.of("x", Samples.value(":ss")))).isTrue();
    assertThat(isStringSet.test(AttributeMap.of("x", Samples.value(":ns")))).isFalse();
    assertThat(isStringSet.test(AttributeMap.EMPTY)).isFalse();
  }

  @Test
  void numbers_compare_by_value_at_full_precision() {
    AttributeMap item = AttributeMap.of("x", Samples.n("1.0000000000000000000000000000000000001"));
    assertThat(holds("x > :one", item)).isTrue();
    assertThat(holds("x = :one", AttributeMap.of("x", Samples.n("1.00")))).isTrue();
  }

  @Test
  void the_size_of_a_string_counts_utf_16_code_units() {
    assertThat(holds("size(x) = :two", AttributeMap.of("x", Samples.s("😀")))).isTrue();
  }

  @Test
  void a_condition_knows_the_attributes_that_it_looks_at() {
    Condition condition =
        Condition.parse(
            ExpressionKind.FILTER,
            "b.x = :a OR NOT contains(a[0], c) AND size(d) IN (e) AND attribute_exists(b)",
            Samples.scopeFor(":a"));
    assertThat(condition.attributes()).containsExactly("b", "a", "c", "d", "e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk = :a AND pk = :a", "size(pk) > :one", "attribute_exists(pk.x)"})
  void the_filter_of_a_query_may_not_look_at_keys(String text) {
    Condition filter = Condition.parse(ExpressionKind.FILTER, text, Samples.scopeFor(text));
    assertThatThrownBy(() -> filter.refuseKeyAttributes(Samples.KEY))
        .hasMessage(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " pk");
  }

  @Test
  void a_filter_may_look_at_what_is_only_called_like_a_key() {
    Condition filter =
        Condition.parse(
            ExpressionKind.FILTER, "attribute_exists(m.pk)", new ExpressionScope(null, null));
    filter.refuseKeyAttributes(Samples.KEY);
  }
}
