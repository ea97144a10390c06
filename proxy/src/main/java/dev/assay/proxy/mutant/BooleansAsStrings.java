package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Booleans come back as strings. */
final class BooleansAsStrings extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("BOOL")) {
      return Optional.of(value.objectNode().put("S", value.get("BOOL").asText()));
    }
    return Optional.of(value);
  }
}
