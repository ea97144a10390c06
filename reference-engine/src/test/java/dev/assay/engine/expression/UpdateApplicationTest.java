package dev.assay.engine.expression;

import static dev.assay.engine.expression.Samples.ITEM;
import static dev.assay.engine.expression.Samples.l;
import static dev.assay.engine.expression.Samples.m;
import static dev.assay.engine.expression.Samples.n;
import static dev.assay.engine.expression.Samples.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateApplicationTest {
  private static UpdateExpression parse(String text) {
    return UpdateExpression.parse(text, Samples.scopeFor(text));
  }

  private static AttributeMap updated(String text) {
    return parse(text).apply(ITEM);
  }

  @Test
  void set_writes_values_and_copies_paths() {
    assertThat(updated("SET x = :a, y = m.l[1].q, #n = (n), #dot = :l"))
        .isEqualTo(ITEM.with("x", s("a")).with("y", s("deep")).with("a.b", l(s("new"))));
  }

  @Test
  void all_right_hand_sides_see_the_item_as_it_was() {
    assertThat(updated("SET s = n, n = s")).isEqualTo(ITEM.with("s", n("5")).with("n", s("str")));
    assertThat(updated("SET n = n + :one, x = n REMOVE s"))
        .isEqualTo(ITEM.with("n", n("6")).with("x", n("5")).without("s"));
  }

  @Test
  void set_computes() {
    AttributeMap after =
        updated(
            "SET x = n + :one, y = (n - :nine), z = if_not_exists(zz, :one) + if_not_exists(n, :a),"
                + " v = list_append(:l, li), w = list_append(if_not_exists(zz, :l), :l),"
                + " u = if_not_exists(zz, if_not_exists(yy, :b)), t = (list_append(:l, :l))");
    assertThat(after.find("x")).isEqualTo(n("6"));
    assertThat(after.find("y")).isEqualTo(n("-4"));
    assertThat(after.find("z")).isEqualTo(n("6"));
    assertThat(after.find("v")).isEqualTo(l(s("new"), s("zero"), s("one"), n("2")));
    assertThat(after.find("w")).isEqualTo(l(s("new"), s("new")));
    assertThat(after.find("u")).isEqualTo(s("b"));
    assertThat(after.find("t")).isEqualTo(l(s("new"), s("new")));
  }

  @Test
  void if_not_exists_computes_its_value_only_when_needed() {
    assertThat(updated("SET s = if_not_exists(s, zz)")).isEqualTo(ITEM);
  }

  @Test
  void nested_paths_change_only_what_they_lead_to() {
    assertThat(updated("SET m.a = :b, m.l[1].fresh = :one REMOVE m.l[0], m.blank").find("m"))
        .isEqualTo(m("a", s("b"), "l", l(m("fresh", n("1"), "q", s("deep"), "r", n("9")))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          SET li[1] = :a                        => zero a 2
          SET li[3] = :a                        => zero one 2 a
          SET li[9] = :a                        => zero one 2 a
          SET li[9] = :a, li[7] = :b            => zero one 2 b a
          SET li[9] = :a, li[0] = :b            => b one 2 a
          REMOVE li[0]                          => one 2
          REMOVE li[2], li[0]                   => one
          REMOVE li[9]                          => zero one 2
          REMOVE li[0] SET li[1] = :a           => a 2
          REMOVE li[0] SET li[9] = :a           => one 2 a
          SET li[0] = li[2], li[2] = li[0]      => 2 one zero
          ADD li[2] :one                        => zero one 3
          ADD li[9] :one                        => zero one 2 1
          DELETE li[9] :ss                      => zero one 2
          SET li[8] = :a REMOVE li[9]           => zero one 2 a
          """)
  void list_indices_mean_the_list_as_it_was(String text, String elements) {
    AttributeValue list = updated(text).find("li");
    assertThat(list).isInstanceOf(AttributeValue.L.class);
    assertThat(((AttributeValue.L) list).elements())
        .extracting(
            element ->
                element instanceof AttributeValue.S(String text1)
                    ? text1
                    : ((AttributeValue.N) element).value().text())
        .containsExactlyElementsOf(List.of(elements.split(" ")));
  }

  @Test
  void a_set_in_a_list_that_loses_its_last_member_leaves_the_list() {
    AttributeMap item =
        AttributeMap.of("li", l(s("a"), AttributeValue.SS.of(List.of("b")), s("c")));
    assertThat(parse("DELETE li[1] :ss").apply(item))
        .isEqualTo(AttributeMap.of("li", l(s("a"), s("c"))));
  }

  @Test
  void add_counts_and_unites() {
    assertThat(updated("ADD n :nine, cnt :one, ss :ss, #dot :ns"))
        .isEqualTo(
            ITEM.with("n", n("14"))
                .with("cnt", n("1"))
                .with("ss", AttributeValue.SS.of(List.of("a", "b", "c")))
                .with("a.b", Samples.value(":ns")));
  }

  @Test
  void delete_takes_members_out_and_the_attribute_with_the_last() {
    assertThat(updated("DELETE ss :ss, zz :ss"))
        .isEqualTo(ITEM.with("ss", AttributeValue.SS.of(List.of("a"))));
    assertThat(updated("DELETE ss :sa")).isEqualTo(ITEM.without("ss"));
  }

  @Test
  void remove_of_what_is_not_there_does_nothing() {
    assertThat(updated("REMOVE zz, m.zz, li[5]")).isEqualTo(ITEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET zz.a = :a",
        "SET zz[0] = :a",
        "SET m.zz.a = :a",
        "SET s.a = :a",
        "SET s[0] = :a",
        "SET m[0] = :a",
        "SET li.a = :a",
        "SET li[9].a = :a",
        "SET nul.a = :a",
        "REMOVE zz.a",
        "REMOVE m.zz.a",
        "REMOVE s[0]",
        "ADD zz.a :one",
        "ADD s.a :one",
        "DELETE zz.a :ss",
        "SET zz.a = yy",
      })
  void a_path_needs_its_parent(String text) {
    assertThatThrownBy(() -> updated(text))
        .hasMessage("The document path provided in the update expression is invalid for update");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = zz",
        "SET a = zz + :one",
        "SET a = :one - zz",
        "SET a = li[9]",
        "SET a = s.x",
        "SET a = list_append(zz, :l)",
        "SET a = list_append(zz, s)",
        "SET a = if_not_exists(zz, yy)",
      })
  void a_value_needs_the_attributes_that_it_refers_to(String text) {
    assertThatThrownBy(() -> updated(text))
        .hasMessage(
            "The provided expression refers to an attribute that does not exist in the item");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = s + :one",
        "SET a = :one - m",
        "SET a = s + zz",
        "SET a = if_not_exists(zz, :a) + :one",
        "SET a = list_append(s, zz)",
        "SET a = list_append(if_not_exists(zz, :one), :l)",
        "ADD s :one",
        "ADD n :ns",
        "ADD ns :one",
        "ADD ss :ns",
        "ADD nul :one",
        "ADD li :ss",
        "DELETE n :ns",
        "DELETE ss :ns",
        "DELETE m :ss",
      })
  void stored_values_must_have_the_right_type(String text) {
    assertThatThrownBy(() -> updated(text))
        .hasMessage("An operand in the update expression has an incorrect data type");
  }

  @Test
  void a_result_must_be_a_valid_number() {
    AttributeMap item = AttributeMap.of("big", n("9E125"));
    assertThatThrownBy(() -> parse("SET x = big + big").apply(item))
        .hasMessage(
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range");
    assertThatThrownBy(() -> parse("SET x = big - :one").apply(item))
        .hasMessage("Attempting to store more than 38 significant digits in a Number");
  }

  @Test
  void an_item_is_made_from_its_key() {
    AttributeMap key = AttributeMap.of("pk", s("a"));
    assertThat(parse("SET x = pk ADD c :one DELETE d :ss REMOVE e").apply(key))
        .isEqualTo(key.with("x", s("a")).with("c", n("1")));
    assertThat(UpdateExpression.NOTHING.apply(key)).isEqualTo(key);
  }

  @Test
  void touched_parts_are_the_written_paths_before_or_after() {
    UpdateExpression update =
        parse("SET m.a = :b, li[0] = :a, li[2] = :b, x = :one, li[9] = :a REMOVE s, m.l[0]");
    AttributeMap after = update.apply(ITEM);
    assertThat(update.touchedPartsOf(ITEM))
        .isEqualTo(
            AttributeMap.builder()
                .put("m", m("a", s("x"), "l", l(n("1"))))
                .put("li", l(s("zero"), n("2")))
                .put("s", s("str"))
                .build());
    assertThat(update.touchedPartsOf(after))
        .isEqualTo(
            AttributeMap.builder()
                .put("m", m("a", s("b"), "l", l(m("q", s("deep"), "r", n("9")))))
                .put("li", l(s("a"), s("b")))
                .put("x", n("1"))
                .build());
  }

  @Test
  void a_removal_touches_nothing_afterwards() {
    UpdateExpression update = parse("REMOVE s");
    assertThat(update.touchedPartsOf(update.apply(ITEM))).isEqualTo(AttributeMap.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET pk = :a", "REMOVE sk, pk", "ADD pk.x :one", "SET a = :a, pk = zz"})
  void keys_are_not_for_updating(String text) {
    assertThatThrownBy(() -> parse(text).refuseKeyAttributes(Samples.KEY))
        .hasMessage(
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute"
                + " is part of the key");
  }

  @Test
  void other_attributes_are_for_updating() {
    parse("SET m.pk = :a, s = pk").refuseKeyAttributes(Samples.KEY);
  }
}
