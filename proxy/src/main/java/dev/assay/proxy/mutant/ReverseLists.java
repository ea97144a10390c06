package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lists come back in the opposite order. */
final class ReverseLists extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("L")) {
      List<JsonNode> elements = new ArrayList<>();
      value.get("L").forEach(elements::add);
      Collections.reverse(elements);
      ArrayNode reversed = value.arrayNode();
      reversed.addAll(elements);
      value.set("L", reversed);
    }
    return Optional.of(value);
  }
}
