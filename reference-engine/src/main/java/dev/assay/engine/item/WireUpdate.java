package dev.assay.engine.item;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.WireValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the legacy {@code AttributeUpdates}, as decoded. */
final class WireUpdate {
  @Nullable WireValue value;
  @Nullable String action;

  static @Nullable Map<String, WireUpdate> map(JsonReader in) {
    return in.map(
        JsonReader.model("AttributeValueUpdate"), Position.MEMBER, position -> read(in, position));
  }

  private static @Nullable WireUpdate read(JsonReader in, Position position) {
    WireUpdate update = new WireUpdate();
    boolean present =
        in.structure(
            "AttributeValueUpdate",
            position,
            name -> {
              switch (name) {
                case "Value" -> update.value = in.value(Position.MEMBER);
                case "Action" -> update.action = in.string();
                default -> in.skip();
              }
            });
    return present ? update : null;
  }
}
