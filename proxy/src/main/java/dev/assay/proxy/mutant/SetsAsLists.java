package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Sets come back as lists. */
final class SetsAsLists extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.length() == 2 && type.endsWith("S")) {
      ArrayNode list = value.arrayNode();
      value.get(type).forEach(m -> list.addObject().set(type.substring(0, 1), m));
      ObjectNode instead = value.objectNode();
      instead.set("L", list);
      return Optional.of(instead);
    }
    return Optional.of(value);
  }
}
