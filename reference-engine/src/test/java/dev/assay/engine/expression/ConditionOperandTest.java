package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition is refused for once its placeholders are known. */
class ConditionOperandTest {
  private static void parse(String text) {
    Condition.parse(ExpressionKind.CONDITION, text, Samples.scopeFor(text));
  }

  private static void refused(String text, String detail) {
    assertThatThrownBy(() -> parse(text)).hasMessage("Invalid ConditionExpression: " + detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a = :zz                  => An expression attribute value used in expression is not defined; attribute value: :zz
          a = #zz                  => An expression attribute name used in the document path is not defined; attribute name: #zz
          a = :zz AND b = #zz      => An expression attribute value used in expression is not defined; attribute value: :zz
          b = #zz AND a = :zz      => An expression attribute name used in the document path is not defined; attribute name: #zz
          a < :yes AND b = :zz     => Incorrect operand type for operator or function; operator or function: <, operand type: BOOL
          b = :zz AND a < :yes     => An expression attribute value used in expression is not defined; attribute value: :zz
          begins_with(:one, :zz)   => An expression attribute value used in expression is not defined; attribute value: :zz
          begins_with(:zz)         => An expression attribute value used in expression is not defined; attribute value: :zz
          a = :zz AND a = a        => An expression attribute value used in expression is not defined; attribute value: :zz
          a = a AND b = :zz        => The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
          """)
  void placeholders_and_operands_are_checked_operator_by_operator(String text, String detail) {
    refused(text, detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          attribute_exists(a,b)            => attribute_exists  => 2
          attribute_exists(:a, :b)         => attribute_exists  => 2
          begins_with(a)                   => begins_with       => 1
          begins_with(a,:one,:one)         => begins_with       => 3
          contains(a)                      => contains          => 1
          attribute_type(a)                => attribute_type    => 1
          size(a,b) > :one                 => size              => 2
          """)
  void functions_count_their_operands(String text, String function, int operands) {
    refused(
        text,
        "Incorrect number of operands for operator or function; operator or function: "
            + function
            + ", number of operands: "
            + operands);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          a < :yes                          => <            => BOOL
          a < :l                            => <            => L
          a >= :nul                         => >=           => NULL
          a > :ss                           => >            => SS
          a <= :m                           => <=           => M
          :yes < a                          => <            => BOOL
          size(a) < :yes                    => <            => BOOL
          a BETWEEN :yes AND :one           => BETWEEN      => BOOL
          a BETWEEN :b AND :nul             => BETWEEN      => NULL
          :yes BETWEEN :a AND :b            => BETWEEN      => BOOL
          a BETWEEN a AND :yes              => BETWEEN      => BOOL
          begins_with(a, :one)              => begins_with  => N
          begins_with(:one, a)              => begins_with  => N
          begins_with(a, :yes)              => begins_with  => BOOL
          begins_with(a, size(b))           => begins_with  => N
          size(:one) > :one                 => size         => N
          size(:yes) > :one                 => size         => BOOL
          size(size(a)) > :one              => size         => N
          size(:one) = :zz                  => size         => N
          attribute_type(a, :one)           => attribute_type => N
          """)
  void operands_of_a_known_type_are_checked(String text, String operator, String type) {
    refused(
        text,
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          contains(a, a)           => contains     => [a]
          contains(#n, #n)         => contains     => [n]
          contains(#n, n)          => contains     => [n]
          contains(a.b, a.b)       => contains     => [a, b]
          contains(a[0], a[0])     => contains     => [a, [0]]
          begins_with(a, a)        => begins_with  => [a]
          attribute_type(a, a)     => attribute_type => [a]
          a = a                    => =            => [a]
          a < a                    => <            => [a]
          a IN (:a, a)             => IN           => [a]
          a BETWEEN :a AND a       => BETWEEN      => [a]
          """)
  void a_path_may_not_meet_itself(String text, String operator, String path) {
    refused(
        text,
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: "
            + operator
            + ", first operand: "
            + path);
  }

  @Test
  void equal_values_and_functions_may_meet_each_other() {
    assertThatCode(() -> parse(":a = :a AND size(a) = size(a) AND contains(a, size(a))"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"attribute_exists, :a", "attribute_not_exists, :a", "attribute_exists, size(a)"})
  void existence_is_asked_of_paths(String function, String operand) {
    refused(
        function + "(" + operand + ")",
        "Operator or function requires a document path; operator or function: " + function);
  }

  @Test
  void a_type_must_be_one() {
    refused(
        "attribute_type(a, :x)",
        "Invalid attribute type name found; type: X, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  }

  @Test
  void bounds_must_be_of_one_type_and_in_order() {
    refused(
        "a BETWEEN :b AND :a",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
            + " lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue:"
            + " {S:a}");
    refused(
        "a BETWEEN :a AND :one",
        "The BETWEEN operator requires same data type for lower and upper bounds; lower bound"
            + " operand: AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:1}");
    assertThatCode(() -> parse("a BETWEEN :a AND :a")).doesNotThrowAnyException();
    assertThatCode(() -> parse("a BETWEEN :b AND c")).doesNotThrowAnyException();
  }

  @Test
  void in_takes_a_hundred_values() {
    String hundred = String.join(",", Collections.nCopies(100, ":a"));
    assertThatCode(() -> parse("a IN (" + hundred + ")")).doesNotThrowAnyException();
    refused(
        "a IN (" + hundred + ",:a)",
        "The IN operator is provided with too many operands; number of operands: 101");
    refused(
        "a IN (" + hundred + ",a)",
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: IN, first operand: [a]");
  }

  @Test
  void paths_have_up_to_32_elements() {
    String deepest = "a" + ".a".repeat(31);
    assertThatCode(() -> parse(deepest + " = :a")).doesNotThrowAnyException();
    refused(
        deepest + ".a = :zz", "The document path has too many nesting levels; nesting levels: 33");
    refused(
        "a = :zz AND " + deepest + ".a = :a",
        "An expression attribute value used in expression is not defined; attribute value: :zz");
  }

  @Test
  void every_operator_and_function_counts_up_to_300() {
    String of299 = String.join(" AND ", Collections.nCopies(150, "a=:a"));
    assertThatCode(() -> parse("NOT " + of299)).doesNotThrowAnyException();
    assertThatCode(() -> parse("(a.b.c=:a) AND " + of299.substring(9))).doesNotThrowAnyException();
    refused("NOT NOT " + of299, "The expression contains too many operators; operator count: 301");
    refused("a=:a AND " + of299, "The expression contains too many operators; operator count: 301");
    refused(
        "size(a)=:one AND " + of299,
        "The expression contains too many operators; operator count: 302");
    refused(
        of299 + " AND a = :zz",
        "An expression attribute value used in expression is not defined; attribute value: :zz");
  }
}
