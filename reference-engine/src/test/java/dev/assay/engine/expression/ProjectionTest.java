package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
  private static AttributeMap project(String text) {
    return Projection.parse(text, Samples.scopeFor(text)).apply(Samples.ITEM);
  }

  private static AttributeMap only(String name, AttributeValue value) {
    return AttributeMap.of(name, value);
  }

  @Test
  void whole_attributes_come_as_they_are_and_keys_are_not_added() {
    assertThat(project("n , zz,\ts"))
        .isEqualTo(only("n", Samples.n("5")).with("s", Samples.s("str")));
    assertThat(project("m.blank")).isEqualTo(only("m", Samples.m("blank", Samples.m())));
  }

  @Test
  void nested_parts_come_inside_their_attributes() {
    assertThat(project("m.l[1].q"))
        .isEqualTo(only("m", Samples.m("l", Samples.l(Samples.m("q", Samples.s("deep"))))));
    assertThat(project("#m.a, m.l[0]"))
        .isEqualTo(only("m", Samples.m("a", Samples.s("x"), "l", Samples.l(Samples.n("1")))));
  }

  @Test
  void list_elements_are_compacted_in_the_order_of_the_list() {
    assertThat(project("li[2], li[0], li[7]"))
        .isEqualTo(only("li", Samples.l(Samples.s("zero"), Samples.n("2"))));
  }

  @Test
  void several_parts_of_one_element_stay_one_element() {
    assertThat(project("m.l[1].r, m.l[1].q"))
        .isEqualTo(
            only(
                "m",
                Samples.m("l", Samples.l(Samples.m("q", Samples.s("deep"), "r", Samples.n("9"))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz", "m.zz", "m.l[9]", "m.l[0].q", "s.a", "s[0]", "m[0]", "li.a", "ss[0]"})
  void what_is_not_there_does_not_come(String text) {
    assertThat(project(text)).isEqualTo(AttributeMap.EMPTY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a, a                => overlap  => [a]       => [a]
          a, a.b              => overlap  => [a]       => [a, b]
          a.b, a              => overlap  => [a, b]    => [a]
          n, #n               => overlap  => [n]       => [n]
          a.b, c, a.b.c[0]    => overlap  => [a, b]    => [a, b, c, [0]]
          a.b, a[0]           => conflict => [a, b]    => [a, [0]]
          a[0], a.b           => conflict => [a, [0]]  => [a, b]
          a.b.c, a.b[0]       => conflict => [a, b, c] => [a, b, [0]]
          a, b, b, a          => overlap  => [b]       => [b]
          """)
  void paths_may_not_overlap(String text, String how, String one, String two) {
    assertThatThrownBy(() -> project(text))
        .hasMessage(
            "Invalid ProjectionExpression: Two document paths "
                + how
                + " with each other; must remove or rewrite one of these paths; path one: "
                + one
                + ", path two: "
                + two);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a b         => Syntax error; token: "b", near: "a b"
          a,          => Syntax error; token: "<EOF>", near: ","
          a,,b        => Syntax error; token: ",", near: ",,b"
          :a          => Syntax error; token: ":a", near: ":a"
          size(a)     => Syntax error; token: "(", near: "size(a"
          (a)         => Syntax error; token: "(", near: "(a"
          a = b       => Syntax error; token: "=", near: "a = b"
          a, set      => Syntax error; token: "set", near: ", set"
          a[01]       => Syntax error; token: "1", near: "01]"
          a, status   => Attribute name is a reserved keyword; reserved keyword: status
          a, #zz      => An expression attribute name used in the document path is not defined; attribute name: #zz
          a, a, #zz   => An expression attribute name used in the document path is not defined; attribute name: #zz
          a[99999999999], name => List index is not within the allowable range; index: [99999999999]
          """)
  void anything_but_paths_is_refused(String text, String detail) {
    assertThatThrownBy(() -> project(text)).hasMessage("Invalid ProjectionExpression: " + detail);
  }

  @Test
  void attributes_to_get_are_whole_attributes_each_once() {
    Projection projection = Projection.ofNames(List.of("s", "a.b"));
    assertThat(projection.apply(Samples.ITEM)).isEqualTo(only("s", Samples.s("str")));
    assertThat(projection.attributes()).containsExactly("s", "a.b");
    assertThatThrownBy(() -> Projection.ofNames(List.of("s", "n", "s")))
        .hasMessage(
            "One or more parameter values were invalid: Duplicate value in attribute name: s");
  }
}
