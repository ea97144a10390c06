package dev.assay.engine.expression;

import static dev.assay.engine.expression.Samples.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyConditionTest {
  private static final KeySchema PARTITION_ONLY = new KeySchema(List.of(key("pk")), List.of());
  private static final KeySchema MANY =
      new KeySchema(List.of(key("p1"), key("p2")), List.of(key("a"), key("b"), key("c"), key("d")));

  private static KeyAttribute key(String name) {
    return new KeyAttribute(name, AttributeType.S);
  }

  private static KeyRange range(String text, KeySchema schema) {
    return KeyCondition.parse(text, Samples.scopeFor(text)).bind(schema);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> range(text, Samples.KEY)).hasMessage(message);
  }

  @Test
  void a_partition_alone_is_read_whole() {
    assertThat(range("pk = :a", Samples.KEY))
        .isEqualTo(new KeyRange(List.of(s("a")), List.of(), null));
  }

  @Test
  void equality_on_the_sort_key_is_a_prefix() {
    assertThat(range("(sk = :b) AND (:a = pk)", Samples.KEY))
        .isEqualTo(new KeyRange(List.of(s("a")), List.of(s("b")), null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          sk < :b                   => LESS
          sk <= :b                  => LESS_OR_EQUAL
          sk > :b                   => GREATER
          sk >= :b                  => GREATER_OR_EQUAL
          :b < sk                   => GREATER
          :b <= sk                  => GREATER_OR_EQUAL
          :b > sk                   => LESS
          :b >= sk                  => LESS_OR_EQUAL
          begins_with(sk, :b)       => BEGINS_WITH
          """)
  void a_range_may_be_written_from_either_side(String condition, KeyOperator operator) {
    assertThat(range("pk = :a AND " + condition, Samples.KEY).range())
        .isEqualTo(new SortRange(operator, s("b"), null));
  }

  @Test
  void both_bounds_of_a_range_are_in_it() {
    SortRange range =
        Objects.requireNonNull(range("pk = :a AND sk BETWEEN :a AND :b", Samples.KEY).range());
    assertThat(range).isEqualTo(new SortRange(KeyOperator.BETWEEN, s("a"), s("b")));
    assertThat(List.of("", "a", "ab", "b", "ba"))
        .filteredOn(each -> range.contains(s(each)))
        .containsExactly("a", "ab", "b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          pk = :a OR sk = :a                         => Invalid operator used in KeyConditionExpression: OR
          NOT pk = :a                                => Invalid operator used in KeyConditionExpression: NOT
          pk <> :a AND NOT sk = :a                   => Invalid operator used in KeyConditionExpression: <>
          pk IN (:a)                                 => Invalid operator used in KeyConditionExpression: IN
          pk = :a AND contains(sk, :a)               => Invalid operator used in KeyConditionExpression: contains
          pk = :a AND attribute_exists(sk)           => Invalid operator used in KeyConditionExpression: attribute_exists
          pk = :a AND (sk = :a OR sk = :b)           => Invalid operator used in KeyConditionExpression: OR
          size(pk) = :one AND pk <> :a               => KeyConditionExpressions cannot contain nested operations
          pk = size(:a)                              => KeyConditionExpressions cannot contain nested operations
          pk = :a AND sk.a = :a                      => KeyConditionExpressions cannot have conditions on nested attributes
          pk[0] = :a                                 => KeyConditionExpressions cannot have conditions on nested attributes
          pk = sk                                    => Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
          pk = foo.bar                               => Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
          pk = :a AND sk BETWEEN pk AND :b           => Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
          :a = :b                                    => Invalid condition in KeyConditionExpression: No key attribute specified
          pk = :a AND :a BETWEEN sk AND :b           => Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand
          pk = :a AND begins_with(:a, sk)            => Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand
          pk = :a AND sk > :a AND sk < :b            => KeyConditionExpressions must only contain one condition per key
          pk = :a AND pk = :b AND sk <> :a           => KeyConditionExpressions must only contain one condition per key
          """)
  void what_an_index_cannot_answer_is_refused(String text, String message) {
    refused(text, message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          pk = :zz AND sk <> :a             => An expression attribute value used in expression is not defined; attribute value: :zz
          sk < :yes AND pk = :zz            => Incorrect operand type for operator or function; operator or function: <, operand type: BOOL
          pk = :a AND begins_with(sk, :one) => Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
          pk = :a AND sk BETWEEN :yes AND :b => Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL
          foo(pk)                           => Invalid function name; function: foo
          name = :a                         => Attribute name is a reserved keyword; reserved keyword: name
          ((pk = :a))                       => The expression has redundant parentheses;
          pk =                              => Syntax error; token: "<EOF>", near: "="
          """)
  void it_is_an_expression_like_any_other_first(String text, String detail) {
    refused(text, "Invalid KeyConditionExpression: " + detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          sk = :a                               => Query condition missed key schema element: pk
          x = :a                                => Query condition missed key schema element: pk
          pk = :a AND x = :a                    => Query condition missed key schema element: sk
          pk > :a                               => Query key condition not supported
          begins_with(pk, :a)                   => Query key condition not supported
          sk = :one AND pk > :a                 => Query key condition not supported
          pk = :one AND x = :a                  => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk > :one                             => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk = :a AND sk = :yes                 => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk = :a AND begins_with(sk, :bin)     => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk = :a AND sk BETWEEN :one AND :two  => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk = :a AND sk = :a AND x = :a        => The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)
          """)
  void it_must_fit_the_key(String text, String message) {
    refused(text, message);
  }

  @Test
  void a_table_without_sort_key_takes_one_condition() {
    assertThatThrownBy(() -> range("pk = :a AND sk = :a", PARTITION_ONLY))
        .hasMessage(
            "The number of query conditions (2) exceeds the number of key attributes defined in"
                + " the schema (1)");
  }

  @Test
  void key_values_are_neither_empty_nor_too_long() {
    AttributeMap values =
        AttributeMap.of(":e", s(""))
            .with(":a", s("a"))
            .with(":p", s("x".repeat(2049)))
            .with(":s", s("x".repeat(1025)));
    ExpressionScope scope = new ExpressionScope(null, values);
    assertThatThrownBy(() -> KeyCondition.parse("pk = :e", scope).bind(Samples.KEY))
        .hasMessage(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: pk");
    assertThatThrownBy(() -> KeyCondition.parse("pk = :a AND sk > :e", scope).bind(Samples.KEY))
        .hasMessageEndingWith("cannot contain an empty string value. Key: sk");
    assertThatThrownBy(() -> KeyCondition.parse("pk = :p", scope).bind(Samples.KEY))
        .hasMessage(
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum"
                + " size limit of2048 bytes");
    assertThatThrownBy(
            () -> KeyCondition.parse("pk = :a AND begins_with(sk, :s)", scope).bind(Samples.KEY))
        .hasMessage(
            "One or more parameter values were invalid: Aggregated size of all range keys has"
                + " exceeded the size limit of 1024 bytes");
  }

  @Test
  void a_key_of_many_attributes_takes_equality_and_then_one_range() {
    assertThat(range("b > :b AND p2 = :a AND a = :a AND p1 = :b", MANY))
        .isEqualTo(
            new KeyRange(
                List.of(s("b"), s("a")),
                List.of(s("a")),
                new SortRange(KeyOperator.GREATER, s("b"), null)));
    assertThat(range("p1 = :a AND p2 = :a AND a = :a AND b = :b", MANY))
        .isEqualTo(new KeyRange(List.of(s("a"), s("a")), List.of(s("a"), s("b")), null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a = :a AND c = :a                => RANGE key attributes b must have equality conditions specified in the query because a condition is present on key attribute c
          a = :a AND b > :a AND c = :a     => RANGE key attributes b must have equality conditions specified in the query because a condition is present on key attribute c
          a > :a AND b > :b                => RANGE key attributes a must have equality conditions specified in the query because a condition is present on key attribute b
          """)
  void a_key_of_many_attributes_takes_no_gaps(String sort, String message) {
    assertThatThrownBy(() -> range("p1 = :a AND p2 = :a AND " + sort, MANY)).hasMessage(message);
  }

  @Test
  void a_key_of_many_attributes_needs_all_of_its_partition() {
    assertThatThrownBy(() -> range("p1 = :a AND a = :a", MANY))
        .hasMessage("Query condition missed key schema element: p2");
  }

  @Test
  void a_range_knows_which_sort_keys_are_in_it() {
    KeyRange range = range("p1 = :a AND p2 = :a AND a = :a AND b >= :b", MANY);
    assertThat(range.containsSortKey(List.of(s("a"), s("c"), s("x"), s("y")))).isTrue();
    assertThat(range.containsSortKey(List.of(s("a"), s("a"), s("x"), s("y")))).isFalse();
    assertThat(range.containsSortKey(List.of(s("b"), s("c"), s("x"), s("y")))).isFalse();
  }
}
