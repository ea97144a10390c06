package dev.assay.engine.item;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyCondition;
import dev.assay.engine.expression.UpdateExpression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the decoded legacy parameters into the conditions and updates that expressions make. */
final class Legacy {
  private Legacy() {}

  static @Nullable Condition condition(
      @Nullable Map<String, WireCondition> expected, @Nullable String operator, Layer layer) {
    return null;
  }

  static @Nullable Condition filter(
      String member,
      @Nullable Map<String, WireCondition> conditions,
      @Nullable String operator,
      Layer layer) {
    return null;
  }

  static KeyCondition keyCondition(Map<String, WireCondition> conditions, Layer layer) {
    return new KeyCondition(List.of());
  }

  static UpdateExpression update(@Nullable Map<String, WireUpdate> updates, Layer layer) {
    return UpdateExpression.NOTHING;
  }
}
