package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Size limits, and texts that are nothing but nesting. */
class ExpressionLimitsTest {
  private static void parse(ExpressionKind kind, String text) {
    ExpressionScope scope = Samples.scopeFor(":a");
    switch (kind) {
      case CONDITION, FILTER, SEARCH_CONDITION -> Condition.parse(kind, text, scope);
      case KEY_CONDITION -> KeyCondition.parse(text, scope);
      case PROJECTION -> Projection.parse(text, scope);
      case UPDATE -> UpdateExpression.parse(text, scope);
    }
  }

  private static String simple(ExpressionKind kind) {
    return switch (kind) {
      case CONDITION, FILTER, KEY_CONDITION, SEARCH_CONDITION -> "pk = :a";
      case PROJECTION -> "pk";
      case UPDATE -> "SET a = :a";
    };
  }

  @Test
  void an_empty_expression_is_refused() {
    for (ExpressionKind kind : ExpressionKind.values()) {
      assertThatThrownBy(() -> parse(kind, ""))
          .hasMessage("Invalid " + kind.parameter() + ": The expression can not be empty;");
    }
  }

  @Test
  void an_expression_of_spaces_ends_too_soon() {
    for (ExpressionKind kind : ExpressionKind.values()) {
      assertThatThrownBy(() -> parse(kind, "  "))
          .hasMessage(
              "Invalid " + kind.parameter() + ": Syntax error; token: \"<EOF>\", near: \"  \"");
    }
  }

  @Test
  void an_expression_has_at_most_4096_bytes() {
    for (ExpressionKind kind : ExpressionKind.values()) {
      String simple = simple(kind);
      parse(kind, simple + " ".repeat(4096 - simple.length()));
      String size =
          kind == ExpressionKind.UPDATE || kind == ExpressionKind.PROJECTION
              ? ""
              : " expression size: 4097";
      assertThatThrownBy(() -> parse(kind, simple + " ".repeat(4097 - simple.length())))
          .hasMessage(
              "Invalid "
                  + kind.parameter()
                  + ": Expression size has exceeded the maximum allowed size;"
                  + size);
    }
  }

  @Test
  void the_limit_counts_bytes_and_goes_before_the_syntax() {
    assertThatThrownBy(() -> parse(ExpressionKind.CONDITION, "é".repeat(2049)))
        .hasMessageEndingWith("expression size: 4098");
    assertThatThrownBy(() -> parse(ExpressionKind.CONDITION, "é".repeat(2048)))
        .hasMessageContaining("Syntax error");
  }

  @Test
  void nesting_without_end_is_refused_and_does_no_harm() {
    String[] texts = {
      "(".repeat(4096),
      "(".repeat(2000) + "a = :a" + ")".repeat(2000),
      "NOT ".repeat(1020) + "a = :a",
      "NOT(".repeat(800) + "a = :a" + ")".repeat(800),
      "(NOT ".repeat(680) + "a = :a" + ")".repeat(680),
      "size(".repeat(680) + "a" + ")".repeat(680) + " = :a",
      "f(".repeat(2000),
      "a = " + "(".repeat(4000),
      "a = :a AND (".repeat(300) + "a = :a" + ")".repeat(300),
    };
    for (String text : texts) {
      assertThatThrownBy(() -> parse(ExpressionKind.CONDITION, text))
          .hasMessageStartingWith("Invalid ConditionExpression: ");
    }
    assertThatThrownBy(() -> parse(ExpressionKind.UPDATE, "SET a = " + "(".repeat(4000)))
        .hasMessageStartingWith("Invalid UpdateExpression: ");
  }

  @Test
  void a_long_chain_of_alternatives_is_evaluated() {
    String text = String.join(" OR ", Collections.nCopies(150, "a=:a"));
    Condition.parse(ExpressionKind.FILTER, text, Samples.scopeFor(":a")).test(Samples.ITEM);
  }
}
