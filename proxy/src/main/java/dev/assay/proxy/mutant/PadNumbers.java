package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Whole numbers come back with a fraction: 1 as 1.0. */
final class PadNumbers extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    String number = value.path("N").asText();
    if (type.equals("N") && number.matches("-?[0-9]+")) {
      value.put("N", number + ".0");
    }
    return Optional.of(value);
  }
}
