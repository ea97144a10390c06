package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The answer's body is cut, and its head says the new length: whole HTTP, broken JSON. The CRC32
 * stays that of the whole body.
 *
 * @param keepBytes how much is left; a shorter body loses its last byte
 */
public record TruncatedBody(int keepBytes) implements Spoiling {
  static final String KIND = "truncated_body";

  static TruncatedBody read(JsonFields fields) {
    fields.onlyKnown("kind", "keep_bytes");
    return new TruncatedBody((int) fields.requiredWhole("keep_bytes", 0, Integer.MAX_VALUE));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("keep_bytes", keepBytes);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
