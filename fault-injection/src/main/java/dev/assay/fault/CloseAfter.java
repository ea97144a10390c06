package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The client's connection is closed when so many bytes of the answer's body have been sent; the
 * head promised all of them.
 *
 * @param bytes 0 or more; a shorter body goes whole, and the connection is closed behind it
 */
public record CloseAfter(int bytes) implements Spoiling {
  static final String KIND = "close_after";

  static CloseAfter read(JsonFields fields) {
    fields.onlyKnown("kind", "bytes");
    return new CloseAfter((int) fields.requiredWhole("bytes", 0, Integer.MAX_VALUE));
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
