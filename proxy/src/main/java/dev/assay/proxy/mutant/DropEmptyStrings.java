package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Attributes that are the empty string are lost. */
final class DropEmptyStrings extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("S") && value.get("S").asText().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
