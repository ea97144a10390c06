package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Attributes that are NULL are lost. */
final class LoseNulls extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("NULL")) {
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
