package dev.assay.engine.disk;

import java.util.Arrays;

/** Bytes that are being put together: numbers in seven-bit groups, lengths before what has one. */
final class Output {
  private static final int LEAST_BYTES = 256;

  private byte[] bytes = new byte[LEAST_BYTES];
  private int size;

  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  Output u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** A number that is seldom large; negative ones take ten bytes. */
  Output number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A number that is as often negative as not. */
  Output signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  Output raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  Output block(byte[] block) {
    return number(block.length).raw(block, 0, block.length);
  }

  /** A block whose length is known when it is done: {@link #endBlock} closes it. */
  int startBlock() {
    room(Integer.BYTES);
    size += Integer.BYTES;
    return size;
  }

  void endBlock(int start) {
    int length = size - start;
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[start - Integer.BYTES + i] = (byte) (length >>> (8 * i));
    }
  }

  /** Text of any chars, unpaired surrogates too: a byte each if all fit in one, else two. */
  Output text(String text) {
    int length = text.length();
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= text.charAt(i);
    }
    boolean wide = all > 0xFF;
    number(((long) length << 1) | (wide ? 1 : 0));
    room(length * 2);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[size++] = (byte) c;
      if (wide) {
        bytes[size++] = (byte) (c >>> 8);
      }
    }
    return this;
  }
}
