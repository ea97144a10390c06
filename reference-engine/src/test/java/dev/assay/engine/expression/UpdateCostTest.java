package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.value.AttributeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charge of the statement-sized rule: facts 18 to 26. */
class UpdateCostTest {
  private static final int LIMIT = 409_600;

  private static long cost(String text) {
    return UpdateExpression.parse(text, Samples.scopeFor(text)).costBytes();
  }

  /** Values: {@code :a} has 1 byte, {@code :one} 2, {@code :ss} 2. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          REMOVE x                              => 3 + 2
          DELETE x :ss                          => 3 + 2
          SET x = :a                            => 3 + 19 + 1 + 1
          SET x = :a, y = :a                    => 3 + 19 + 1 + 1 + 19 + 1 + 1
          SET #name = :a                        => 3 + 19 + 4 + 1
          SET m.x = :a                          => 3 + 19 + 1 + 4 + 1 + 1
          SET l[10] = :a                        => 3 + 19 + 1 + 4 + 2 + 1
          ADD x :one                            => 3 + 19 + 1 + 2
          ADD x :ss                             => 3 + 19 + 1 + 2
          SET x = y                             => 3 + 19 + 1 + 1 + 15
          SET x = m.y[3]                        => 3 + 19 + 1 + 1 + 15 + 15 + 15
          SET x = x + :one                      => 3 + 19 + 1 + 34 + 16 + 2
          SET x = x - :one                      => 3 + 19 + 1 + 37 + 16 + 2
          SET x = if_not_exists(x, :a)          => 3 + 19 + 1 + 39 + 16 + 1
          SET x = list_append(x, :l)            => 3 + 19 + 1 + 37 + 16 + 7
          """)
  void a_statement_costs_what_it_writes_and_does(String text, String sum) {
    long expected = 0;
    for (String summand : sum.split(" \\+ ")) {
      expected += Long.parseLong(summand);
    }
    assertThat(cost(text)).isEqualTo(expected);
  }

  @Test
  void one_set_caps_an_item_with_a_small_key_19_bytes_early() {
    int keyBytes = 3;
    int value = LIMIT - 3 - 19 - 1;
    ExpressionScope scope =
        new ExpressionScope(null, AttributeMap.of(":v", Samples.s("x".repeat(value))));
    assertThat(UpdateExpression.parse("SET x = :v", scope).costBytes()).isEqualTo(LIMIT);
    assertThat(keyBytes + 1 + value).isEqualTo(LIMIT - 19);
  }
}
