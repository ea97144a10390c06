package dev.assay.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Makes request ids of the service's form: 52 characters, digits and capital letters. */
final class RequestIds {
  private static final char[] ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUV".toCharArray();
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final AtomicLong state;

  RequestIds(long seed) {
    this.state = new AtomicLong(seed);
  }

  String next() {
    char[] id = new char[52];
    long bits = 0;
    for (int i = 0; i < id.length; i++) {
      if (i % 12 == 0) {
        bits = mix(state.addAndGet(GOLDEN));
      }
      id[i] = ALPHABET[(int) (bits & 31)];
      bits >>>= 5;
    }
    return new String(id);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
