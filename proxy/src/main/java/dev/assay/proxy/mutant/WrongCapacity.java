package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Every operation costs one unit more than it does. */
final class WrongCapacity implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    JsonNode capacity = reply.body().path("ConsumedCapacity");
    if (capacity.isArray()) {
      capacity.forEach(WrongCapacity::raise);
    } else {
      raise(capacity);
    }
    return reply;
  }

  private static void raise(JsonNode capacity) {
    if (capacity instanceof ObjectNode object && object.has("CapacityUnits")) {
      BigDecimal units = object.get("CapacityUnits").decimalValue();
      object.put("CapacityUnits", units.add(BigDecimal.ONE));
    }
  }
}
