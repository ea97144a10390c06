package dev.assay.features.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request or response; they never change. */
public final class Body {
  private static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body empty() {
    return EMPTY;
  }

  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  public static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
