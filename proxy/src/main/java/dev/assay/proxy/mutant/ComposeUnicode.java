package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Optional;

/** Strings come back in Unicode normal form C. */
final class ComposeUnicode extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("S")) {
      value.put("S", Normalizer.normalize(value.get("S").asText(), Normalizer.Form.NFC));
    }
    return Optional.of(value);
  }
}
