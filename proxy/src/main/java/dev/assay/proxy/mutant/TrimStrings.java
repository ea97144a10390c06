package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Strings come back without the spaces at their ends. */
final class TrimStrings extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("S")) {
      value.put("S", value.get("S").asText().strip());
    }
    return Optional.of(value);
  }
}
