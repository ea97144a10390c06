package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The answer's {@code x-amz-crc32} is not that of its body. */
public record WrongCrc32() implements Spoiling {
  static final String KIND = "wrong_crc32";

  static WrongCrc32 read(JsonFields fields) {
    fields.onlyKnown("kind");
    return new WrongCrc32();
  }

  @Override
  public void write(ObjectNode into) {}

  @Override
  public String kind() {
    return KIND;
  }
}
