package dev.assay.engine.item;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.WireValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One condition of the legacy parameters, as decoded. */
final class WireCondition {
  @Nullable WireValue value;
  @Nullable Boolean exists;
  @Nullable String comparisonOperator;
  @Nullable List<WireValue> values;

  /** Reads a map of conditions; {@code shape} is the model's name of their structure. */
  static @Nullable Map<String, WireCondition> map(JsonReader in, String shape) {
    return in.map(JsonReader.model(shape), Position.MEMBER, position -> read(in, shape, position));
  }

  private static @Nullable WireCondition read(JsonReader in, String shape, Position position) {
    WireCondition condition = new WireCondition();
    boolean expected = shape.equals("ExpectedAttributeValue");
    boolean present =
        in.structure(
            shape,
            position,
            name -> {
              switch (name) {
                case "ComparisonOperator" -> condition.comparisonOperator = in.string();
                case "AttributeValueList" -> condition.values = in.list(in::value);
                case "Value" -> {
                  if (expected) {
                    condition.value = in.value(Position.MEMBER);
                  } else {
                    in.skip();
                  }
                }
                case "Exists" -> {
                  if (expected) {
                    condition.exists = in.bool();
                  } else {
                    in.skip();
                  }
                }
                default -> in.skip();
              }
            });
    return present ? condition : null;
  }
}
