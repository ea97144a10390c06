package dev.assay.engine.value;

import java.util.Arrays;
import java.util.Base64;

/** An immutable byte string, ordered as unsigned bytes. */
public final class Binary implements Comparable<Binary> {
  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps without copying; the caller gives the array away. */
  public static Binary wrap(byte[] bytes) {
    return new Binary(bytes);
  }

  public int length() {
    return bytes.length;
  }

  /** The bytes themselves; callers must not change them. */
  public byte[] array() {
    return bytes;
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public boolean startsWith(Binary prefix) {
    return prefix.bytes.length <= bytes.length
        && Arrays.mismatch(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length) < 0;
  }

  /** Whether {@code part} occurs anywhere in these bytes. */
  public boolean contains(Binary part) {
    for (int start = 0; start + part.bytes.length <= bytes.length; start++) {
      if (Arrays.equals(
          bytes, start, start + part.bytes.length, part.bytes, 0, part.bytes.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Binary other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
