package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyCondition;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.json.WireValue;
import dev.assay.engine.legacy.AttributeUpdate;
import dev.assay.engine.legacy.ExpectedAttribute;
import dev.assay.engine.legacy.LegacyCondition;
import dev.assay.engine.legacy.LegacyExpectation;
import dev.assay.engine.legacy.LegacyFilter;
import dev.assay.engine.legacy.LegacyKeyConditions;
import dev.assay.engine.legacy.LegacyUpdates;
import dev.assay.engine.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the decoded legacy parameters into the conditions and updates that expressions make. Their
 * values are checked first, in the words of the layer that reads the request.
 */
final class Legacy {
  private Legacy() {}

  static @Nullable Condition condition(
      @Nullable Map<String, WireCondition> expected, @Nullable String operator, Layer layer) {
    if (expected == null) {
      return LegacyExpectation.condition(null, operator);
    }
    Map<String, ExpectedAttribute> conditions = new LinkedHashMap<>();
    expected.forEach(
        (name, wire) -> {
          checkName(name);
          layer.checkValue(wire.value);
          layer.checkValues(wire.values);
          conditions.put(
              name,
              new ExpectedAttribute(
                  wire.value == null ? null : wire.value.value(),
                  wire.exists,
                  wire.comparisonOperator,
                  values(wire.values)));
        });
    return LegacyExpectation.condition(conditions, operator);
  }

  static @Nullable Condition filter(
      String member,
      @Nullable Map<String, WireCondition> conditions,
      @Nullable String operator,
      Layer layer) {
    return LegacyFilter.condition(
        member, conditions == null ? null : checked(conditions, layer), operator);
  }

  static KeyCondition keyCondition(Map<String, WireCondition> conditions, Layer layer) {
    return LegacyKeyConditions.keyCondition(checked(conditions, layer));
  }

  static UpdateExpression update(@Nullable Map<String, WireUpdate> updates, Layer layer) {
    if (updates == null) {
      return LegacyUpdates.update(null);
    }
    Map<String, AttributeUpdate> decoded = new LinkedHashMap<>();
    updates.forEach(
        (name, wire) -> {
          checkName(name);
          layer.checkValue(wire.value);
          decoded.put(
              name,
              new AttributeUpdate(wire.value == null ? null : wire.value.value(), wire.action));
        });
    return LegacyUpdates.update(decoded);
  }

  private static Map<String, LegacyCondition> checked(
      Map<String, WireCondition> conditions, Layer layer) {
    Map<String, LegacyCondition> decoded = new LinkedHashMap<>();
    conditions.forEach(
        (name, wire) -> {
          checkName(name);
          layer.checkValues(wire.values);
          decoded.put(name, new LegacyCondition(wire.comparisonOperator, values(wire.values)));
        });
    return decoded;
  }

  private static void checkName(String name) {
    if (name.isEmpty()) {
      throw ServiceException.validation("Empty attribute name");
    }
  }

  private static @Nullable List<AttributeValue> values(@Nullable List<WireValue> values) {
    return values == null ? null : values.stream().map(WireValue::value).toList();
  }
}
