package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Empty lists and maps are lost. */
final class LoseEmptyContainers extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if ((type.equals("L") || type.equals("M")) && value.get(type).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
