package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.value.AttributeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update is refused for before any item is looked at. */
class UpdateSyntaxTest {
  private static void parse(String text) {
    UpdateExpression.parse(text, Samples.scopeFor(text));
  }

  private static void refused(String text, String detail) {
    assertThatThrownBy(() -> parse(text)).hasMessage("Invalid UpdateExpression: " + detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set a = :a",
        "Set a=:a,b=:b Remove c,d.e[0] ADD e :one delete ss :ss",
        "DELETE ss :ss SET a = (n) + (:one)",
        "SET a = n-:one, b = n+:one, c = (n - :one), d = if_not_exists((n), :a)",
        "SET a = if_not_exists",
      })
  void sections_come_in_any_order_and_case(String text) {
    assertThatCode(() -> parse(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          foo                          => foo    => foo
          a = :a                       => a      => a =
          SETa = :a                    => SETa   => SETa =
          SET                          => <EOF>  => SET
          SET a                        => <EOF>  => a
          SET a =                      => <EOF>  => =
          SET a = :a,                  => <EOF>  => ,
          SET a = :a b                 => b      => :a b
          SET a = :a, SET b = :b       => SET    => , SET b
          SET a = :a ADD               => <EOF>  => ADD
          SET a :a                     => :a     => a :a
          SET :a = a                   => :a     => SET :a =
          SET foo(a) = :a              => (      => foo(a
          SET a = :a AND b = :b        => AND    => :a AND b
          SET a = n + n + n            => +      => n + n
          SET a = (n + n) + n          => +      => ) + n
          SET a = n + (n + :one)       => +      => n + :one
          SET a = -n                   => -      => = -n
          SET a = n * n                => *      => n * n
          SET a = if_not_exists(a, n + :one) => + => n + :one
          SET add = :a                 => add    => SET add =
          ~SET a = :a; ~               => ;      => ~:a; ~
          REMOVE                       => <EOF>  => REMOVE
          REMOVE :a                    => :a     => REMOVE :a
          REMOVE a = :a                => =      => a = :a
          REMOVE (a)                   => (      => REMOVE (a
          ADD a                        => <EOF>  => a
          ADD a b                      => b      => a b
          ADD a = :a                   => =      => a = :a
          ADD a (:one)                 => (      => a (:one
          DELETE a :ss b               => b      => :ss b
          """)
  void a_syntax_error_names_the_token_and_its_neighbours(String text, String token, String near) {
    refused(text, "Syntax error; token: \"" + token + "\", near: \"" + near + "\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          SET a = ((:a))                       => The expression has redundant parentheses;
          SET a = ((n + :one)), name = :a      => The expression has redundant parentheses;
          SET name = :a                        => Attribute name is a reserved keyword; reserved keyword: name
          SET a = :zz, name = :a               => Attribute name is a reserved keyword; reserved keyword: name
          SET a = foo(name)                    => Invalid function name; function: foo
          SET a = size(b)                      => The function is not allowed in an update expression; function: size
          SET a = contains(a, :a)              => The function is not allowed in an update expression; function: contains
          SET a = n + list_append(li, :l)      => The function is not allowed to be used this way in an expression; function: list_append
          SET a = list_append(list_append(li, :l), :l) => The function is not allowed to be used this way in an expression; function: list_append
          SET a = :a SET b = :b                => The "SET" section can only be used once in an update expression;
          REMOVE a ADD b :one REMOVE c         => The "REMOVE" section can only be used once in an update expression;
          SET name = :a SET b = :b             => Attribute name is a reserved keyword; reserved keyword: name
          SET a = :a SET name = :b             => Attribute name is a reserved keyword; reserved keyword: name
          SET a = :zz SET b = :zz              => The "SET" section can only be used once in an update expression;
          """)
  void names_functions_and_sections_are_reported_in_the_order_of_the_text(
      String text, String detail) {
    refused(text, detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          SET a = :a, a = :b              => overlap  => [a]        => [a]
          SET m = :a, m.a = :a            => overlap  => [m]        => [m, a]
          REMOVE a.b, a                   => overlap  => [a, b]     => [a]
          SET a = :a REMOVE a             => overlap  => [a]        => [a]
          ADD n :one DELETE #n :ss        => overlap  => [n]        => [n]
          REMOVE li[0], li[0].a           => overlap  => [li, [0]]  => [li, [0], a]
          SET m.a = :a, m[0] = :a         => conflict => [m, a]     => [m, [0]]
          SET a = :zz, a = :a             => overlap  => [a]        => [a]
          SET a = n + :a, a = :b          => overlap  => [a]        => [a]
          """)
  void targets_may_not_overlap(String text, String how, String one, String two) {
    refused(
        text,
        "Two document paths "
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
          SET a = :zz                          => An expression attribute value used in expression is not defined; attribute value: :zz
          SET #zz = :zz                        => An expression attribute name used in the document path is not defined; attribute name: #zz
          SET a = n + :a, #zz = :a             => An expression attribute name used in the document path is not defined; attribute name: #zz
          SET b = :zz, a = n + :a              => Incorrect operand type for operator or function; operator or function: +, operand type: S
          SET a = n + :a, b = :zz              => An expression attribute value used in expression is not defined; attribute value: :zz
          SET a = n - :l                       => Incorrect operand type for operator or function; operator or function: -, operand type: L
          SET a = list_append(li, :a)          => Incorrect operand type for operator or function; operator or function: list_append, operand type: S
          SET a = list_append(li)              => Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1
          SET a = if_not_exists(a)             => Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1
          SET a = if_not_exists(:a, :a)        => Operator or function requires a document path; operator or function: if_not_exists
          SET a = if_not_exists(b, b)          => The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [b]
          ADD a :a                             => Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND
          ADD a :l                             => Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND
          ADD a :yes                           => Incorrect operand type for operator or function; operator: ADD, operand type: BOOLEAN, typeSet: ALLOWED_FOR_ADD_OPERAND
          DELETE ss :one                       => Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND
          DELETE ss :bin                       => Incorrect operand type for operator or function; operator: DELETE, operand type: BINARY, typeSet: ALLOWED_FOR_DELETE_OPERAND
          """)
  void targets_go_first_and_then_operands_from_the_last(String text, String detail) {
    refused(text, detail);
  }

  @Test
  void operators_count_up_to_300_and_clauses_do_not() {
    ExpressionScope scope = new ExpressionScope(null, AttributeMap.of(":n", Samples.n("1")));
    UpdateExpression.parse("SET " + clauses(300, "=:n+:n"), scope);
    assertThatThrownBy(() -> UpdateExpression.parse("SET " + clauses(301, "=:n+:n"), scope))
        .hasMessage(
            "Invalid UpdateExpression: The expression contains too many operators; operator count:"
                + " 301");
    UpdateExpression.parse("REMOVE " + clauses(600, ""), scope);
  }

  private static String clauses(int count, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "x" + i + value)
        .collect(Collectors.joining(","));
  }
}
