package dev.assay.engine.disk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Output} has put together. */
final class Input {
  private static final int NAMES = 1 << 12;

  private final byte[] bytes;
  private final int end;
  private int position;

  /** Names of attributes come again and again: each is made into one string. */
  private final String[] names;

  Input(byte[] bytes) {
    this(bytes, 0, bytes.length, new String[NAMES]);
  }

  private Input(byte[] bytes, int from, int end, String[] names) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
    this.names = names;
  }

  /** The same names, other bytes. */
  Input with(byte[] others) {
    return with(others, 0);
  }

  /** The same names, other bytes from a place on. */
  Input with(byte[] others, int from) {
    return new Input(others, from, others.length, names);
  }

  boolean hasMore() {
    return position < end;
  }

  private int take(long length) {
    if (length < 0 || length > end - position) {
      throw new MalformedException("a length of " + length + " where " + (end - position) + " are");
    }
    int start = position;
    position += (int) length;
    return start;
  }

  int u8() {
    return bytes[take(1)] & 0xFF;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new MalformedException("a number without end");
  }

  int count() {
    long value = number();
    if (value < 0 || value > end) {
      throw new MalformedException("a count of " + value);
    }
    return (int) value;
  }

  /** A small number that counts nothing here. */
  int count32() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new MalformedException("a number of " + value);
    }
    return (int) value;
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  byte[] block() {
    int length = count();
    int start = take(length);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** What stands in a block that {@link Output#startBlock} began. */
  Input sub() {
    int at = take(Integer.BYTES);
    int length = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      length |= (bytes[at + i] & 0xFF) << (8 * i);
    }
    int start = take(length);
    return new Input(bytes, start, start + length, names);
  }

  String text() {
    long head = number();
    int length = (int) (head >>> 1);
    return text(length, (head & 1) != 0);
  }

  private String text(int length, boolean wide) {
    if (!wide) {
      return new String(bytes, take(length), length, StandardCharsets.ISO_8859_1);
    }
    int start = take(2L * length);
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) ((bytes[start + 2 * i] & 0xFF) | (bytes[start + 2 * i + 1] << 8));
    }
    return new String(chars);
  }

  /** A text that is probably the same as an earlier one. */
  String name() {
    long head = number();
    int length = (int) (head >>> 1);
    if ((head & 1) != 0) {
      return text(length, true);
    }
    int start = take(length);
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[start + i];
    }
    int slot = (hash ^ (hash >>> 15)) & (NAMES - 1);
    String known = names[slot];
    if (known != null && isAt(known, start, length)) {
      return known;
    }
    String fresh = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    names[slot] = fresh;
    return fresh;
  }

  private boolean isAt(String text, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != (bytes[start + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
