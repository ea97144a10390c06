package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Some bytes of the answer's body, at places drawn from the rule's seed, have one bit flipped. The
 * CRC32 stays that of the true body.
 *
 * @param bytes how many, 1 to 1,000,000, at most all
 */
public record CorruptedBody(int bytes) implements Spoiling {
  static final String KIND = "corrupted_body";

  static CorruptedBody read(JsonFields fields) {
    fields.onlyKnown("kind", "bytes");
    return new CorruptedBody((int) fields.whole("bytes", 1, 1_000_000).orElse(1));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("bytes", bytes);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
