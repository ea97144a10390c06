package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Binaries come back encoded twice. */
final class ReencodeBinary extends ValueChange {
  @Override
  Optional<ObjectNode> change(String type, ObjectNode value) {
    if (type.equals("B")) {
      byte[] text = value.get("B").asText().getBytes(StandardCharsets.US_ASCII);
      value.put("B", Base64.getEncoder().encodeToString(text));
    }
    return Optional.of(value);
  }
}
