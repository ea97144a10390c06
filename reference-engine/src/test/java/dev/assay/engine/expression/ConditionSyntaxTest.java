package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition is refused for before any placeholder is looked up. */
class ConditionSyntaxTest {
  private static void refused(String text, String detail) {
    assertThatThrownBy(
            () -> Condition.parse(ExpressionKind.CONDITION, text, Samples.scopeFor(text)))
        .hasMessage("Invalid ConditionExpression: " + detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          a b c d                     => b         => a b c
          a = :a b                    => b         => :a b
          a = = :a                    => =         => = = :a
          a  =   =   :a               => =         => =   =   :a
          ~  = :a~                    => =         => ~  = :a~
          ~  a b~                     => b         => a b
          ~a =  = ~                   => =         => ~=  = ~
          (a = :a                     => <EOF>     => :a
          a =                         => <EOF>     => =
          ~a =  ~                     => <EOF>     => ~=  ~
          ~   ~                       => <EOF>     => ~   ~
          a = :a )                    => )         => :a )
          a = :a AND                  => <EOF>     => AND
          a = :a AND AND b            => AND       => AND AND b
          AND                         => AND       => AND
          and                         => and       => and
          NOT                         => <EOF>     => NOT
          NOT a                       => <EOF>     => a
          NOT (a)                     => <EOF>     => )
          ()                          => )         => ()
          (a)                         => <EOF>     => )
          (a) AND (b)                 => AND       => ) AND (
          (a AND b = :b)              => AND       => a AND b
          ((a) AND b = :b)            => AND       => ) AND b
          (NOT a)                     => )         => a)
          (a = :a) = :a               => =         => ) = :a
          (a = :a) (b = :b)           => (         => ) (b
          a = (b = :a)                => =         => b = :a
          a IN :a                     => :a        => IN :a
          a IN ()                     => )         => ()
          a IN (:a,)                  => )         => ,)
          a IN (:a :b)                => :b        => :a :b)
          a IN (b = :a)               => =         => b = :a
          a BETWEEN :a                => <EOF>     => :a
          a BETWEEN :a :b             => :b        => :a :b
          a BETWEEN :a OR :b          => OR        => :a OR :b
          a BETWEEN (:a AND :b)       => AND       => :a AND :b
          foo(                        => <EOF>     => (
          foo()                       => )         => ()
          foo(a,)                     => )         => ,)
          foo(a) b                    => b         => ) b
          foo(a) =                    => <EOF>     => =
          attribute_exists a          => a         => attribute_exists a
          size(a) size(b)             => size      => ) size(
          a.foo(b)                    => (         => foo(b
          :a(b)                       => (         => :a(b
          a[x] = :a                   => x         => [x]
          a[] = :a                    => ]         => [] =
          a[-1] = :a                  => -         => [-1
          a[00] = :a                  => 0         => 00]
          a[01] = :a                  => 1         => 01]
          a[1.5] = :a                 => .         => 1.5
          a[#n] = :a                  => #n        => [#n]
          a[1]b                       => b         => ]b
          a. = :a                     => =         => . = :a
          a..b = :a                   => .         => ..b
          .a = :a                     => .         => .a
          a.1 = :a                    => 1         => .1 =
          a.AND = :a                  => AND       => .AND =
          in = :a                     => in        => in =
          add = :a                    => add       => add =
          SET a = :a                  => SET       => SET a
          1a = :a                     => 1         => 1a
          12 = :a                     => 12        => 12 =
          01 = :a                     => 0         => 01
          _a = :a                     => _         => _a
          a#b = :a                    => #b        => a#b =
          a = :a:b                    => :b        => :a:b
          a = :                       => :         => = :
          a = ::a                     => :         => = ::a
          a = @                       => @         => = @
          @ @ a                       => @         => @ @
          a = 1.5                     => 1         => = 1.
          a = 'x'                     => '         => = 'x
          a = "x"                     => "         => = "x
          a != :a                     => !         => a !=
          a == :a                     => =         => == :a
          a < = :a                    => =         => < = :a
          a + :a = :b                 => +         => a + :a
          a-b = :a                    => -         => a-b
          a, b = :a                   => ,         => a, b
          aé = :a                     => é         => aé =
          a = €                       => €         => = €
          a = 😀                      => 😀        => = 😀
          """)
  void a_syntax_error_names_the_token_and_its_neighbours(String text, String token, String near) {
    refused(text, "Syntax error; token: \"" + token + "\", near: \"" + near + "\"");
  }

  @Test
  void a_lone_hash_is_no_placeholder() {
    refused("# = :a", "Syntax error; token: \"#\", near: \"# =\"");
    refused("##a = :a", "Syntax error; token: \"#\", near: \"##a\"");
  }

  @Test
  void only_four_characters_are_white_space() {
    Condition.parse(ExpressionKind.CONDITION, "\t\n\r a\t=\r\n:a ", Samples.scopeFor(":a"));
    refused("a\u00a0= :a", "Syntax error; token: \"\u00a0\", near: \"a\u00a0=\"");
    refused("a\f= :a", "Syntax error; token: \"\f\", near: \"a\f=\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          ((a = :a))
          (((a = :a)))
          a = ((:a))
          ((a)) = :a
          NOT ((a = :a))
          foo(((a)))
          a = a AND ((a = :a))
          ((name = :a))
          ((foo(a)))
          a = :undefined AND ((a = :a))
          ((a = :a)) AND a = = :a
          """)
  void doubled_parentheses_go_before_everything_but_an_earlier_syntax_error(String text) {
    refused(text, "The expression has redundant parentheses;");
  }

  @Test
  void a_syntax_error_goes_before_what_is_wrong_with_names() {
    refused("name = :a AND a = = b", "Syntax error; token: \"=\", near: \"= = b\"");
    refused("a = = b AND ((a = :a))", "Syntax error; token: \"=\", near: \"= = b\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          name = :a                          => Attribute name is a reserved keyword; reserved keyword: name
          a = :a AND Status = :a             => Attribute name is a reserved keyword; reserved keyword: Status
          a.name = :a                        => Attribute name is a reserved keyword; reserved keyword: name
          a[0].nAmE = :a                     => Attribute name is a reserved keyword; reserved keyword: nAmE
          size = :a                          => Attribute name is a reserved keyword; reserved keyword: size
          foo(a)                             => Invalid function name; function: foo
          Attribute_Exists(a)                => Invalid function name; function: Attribute_Exists
          SIZE(a) > :one                     => Invalid function name; function: SIZE
          foo(bar(a))                        => Invalid function name; function: foo
          foo(name)                          => Invalid function name; function: foo
          foo(a) = :a AND name = :a          => Invalid function name; function: foo
          name = :a AND foo(a)               => Attribute name is a reserved keyword; reserved keyword: name
          size(a)                            => The function is not allowed to be used this way in an expression; function: size
          NOT size(a)                        => The function is not allowed to be used this way in an expression; function: size
          size(name) AND a = :a              => The function is not allowed to be used this way in an expression; function: size
          attribute_exists(a) = :a           => The function is not allowed to be used this way in an expression; function: attribute_exists
          a = attribute_exists(a)            => The function is not allowed to be used this way in an expression; function: attribute_exists
          a IN (begins_with(a, :a))          => The function is not allowed to be used this way in an expression; function: begins_with
          contains(attribute_exists(a), :a)  => The function is not allowed to be used this way in an expression; function: attribute_exists
          size(attribute_exists(a)) = :one   => The function is not allowed to be used this way in an expression; function: attribute_exists
          if_not_exists(a, :a)               => The function is not allowed in a condition expression; function: if_not_exists
          list_append(a, :a) = :a            => The function is not allowed in a condition expression; function: list_append
          a[99999999999] = :a                => List index is not within the allowable range; index: [99999999999]
          a[2147483648] = :a                 => List index is not within the allowable range; index: [2147483648]
          a[9999999999] = :a AND name = :a   => List index is not within the allowable range; index: [9999999999]
          a < :yes AND foo(a)                => Invalid function name; function: foo
          a = :undefined AND name = :a       => Attribute name is a reserved keyword; reserved keyword: name
          """)
  void names_and_functions_are_reported_in_the_order_of_the_text(String text, String detail) {
    refused(text, detail);
  }
}
