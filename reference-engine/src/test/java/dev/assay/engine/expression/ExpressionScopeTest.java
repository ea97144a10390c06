package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.value.AttributeMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionScopeTest {
  private static AttributeMap values(String... aliases) {
    AttributeMap.Builder values = AttributeMap.builder();
    for (String alias : aliases) {
      values.put(alias, Samples.s("a"));
    }
    return values.build();
  }

  @Test
  void empty_maps_are_refused_names_first() {
    assertThatThrownBy(() -> new ExpressionScope(Map.of(), AttributeMap.EMPTY))
        .hasMessage("ExpressionAttributeNames must not be empty");
    assertThatThrownBy(() -> new ExpressionScope(null, AttributeMap.EMPTY))
        .hasMessage("ExpressionAttributeValues must not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#", "#a!", "#é", "##a", ":a", "# a"})
  void names_have_a_hash_and_word_characters(String alias) {
    assertThatThrownBy(() -> new ExpressionScope(Map.of(alias, "x"), values("b")))
        .hasMessage(
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + alias + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ":", ":a!", ":é", "::a", "#a", ":a b"})
  void values_have_a_colon_and_word_characters(String alias) {
    assertThatThrownBy(() -> new ExpressionScope(Map.of("#_1", "x"), values(alias)))
        .hasMessage(
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + alias + "\"");
  }

  @Test
  void aliases_and_names_are_of_limited_length() {
    assertThatThrownBy(() -> new ExpressionScope(Map.of("#" + "a".repeat(255), "x"), null))
        .hasMessage(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains"
                + " a key that is too long; size of key: 256");
    assertThatThrownBy(() -> new ExpressionScope(Map.of("#a", "x".repeat(65536)), null))
        .hasMessage(
            "ExpressionAttributeNames contains invalid value: Attribute name is too large, must be"
                + " less than 65536 bytes for key #a");
    assertThatThrownBy(() -> new ExpressionScope(Map.of("#a", ""), null))
        .hasMessage("Empty attribute name");
    assertThatCode(() -> new ExpressionScope(Map.of("#a", "x".repeat(65535)), null))
        .doesNotThrowAnyException();
  }

  @Test
  void what_no_expression_uses_is_refused_names_first() {
    ExpressionScope scope =
        new ExpressionScope(Map.of("#x", "x", "#y", "y"), values(":a", ":b", ":y", ":z"));
    Condition.parse(ExpressionKind.CONDITION, "x = :a", scope);
    assertThatThrownBy(scope::checkAllUsed)
        .hasMessage(
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x, #y}");
    Condition.parse(ExpressionKind.CONDITION, "#x = #y", scope);
    assertThatThrownBy(scope::checkAllUsed)
        .hasMessage(
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:z, :b,"
                + " :y}");
    UpdateExpression.parse("SET x = :b, y = :z, z = :y", scope);
    scope.checkAllUsed();
  }

  @Test
  void placeholders_without_expressions_are_refused() {
    assertThatThrownBy(
            () -> ExpressionScope.refuseWithoutExpressions(Map.of("#a", "a"), values(":a"), ""))
        .hasMessage("ExpressionAttributeNames can only be specified when using expressions");
    assertThatThrownBy(
            () ->
                ExpressionScope.refuseWithoutExpressions(
                    null, values(":a"), ": FilterExpression is null"))
        .hasMessage(
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " FilterExpression is null");
    ExpressionScope.refuseWithoutExpressions(null, null, "");
  }

  @Test
  void a_name_behind_a_placeholder_may_be_reserved_or_hold_anything() {
    ExpressionScope scope = new ExpressionScope(Map.of("#a", "name", "#b", "#a.b[0]"), null);
    Condition condition =
        Condition.parse(
            ExpressionKind.CONDITION, "attribute_exists(#a) AND attribute_exists(#b)", scope);
    AttributeMap item = AttributeMap.of("name", Samples.s("x")).with("#a.b[0]", Samples.s("y"));
    assertThat(condition.test(item)).isTrue();
  }
}
