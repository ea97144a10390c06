package dev.assay.features.checker.linear;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which (linearized set, state) pairs were tried. Required steps come in the order of invocation,
 * nearly all of those below some point are linearized, so that only the bits from there on are
 * kept.
 */
final class Configurations {
  private final Set<Key> tried = new HashSet<>();

  private record Key(long[] words) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(words, key.words);
    }

    @Override
    public int hashCode() {
      long hash = 0;
      for (long word : words) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      return Long.hashCode(hash);
    }
  }

  /**
   * Whether this pair is new.
   *
   * @param required bits of the required steps
   * @param from the first word of them with a bit missing
   * @param to the word after the last one with a bit
   * @param optional bits of the steps that may never happen
   */
  boolean add(long[] required, int from, int to, long[] optional, int state) {
    int kept = Math.max(0, to - from);
    long[] words = new long[1 + kept + optional.length];
    words[0] = ((long) from << 32) ^ (state & 0xFFFFFFFFL);
    System.arraycopy(required, Math.min(from, required.length), words, 1, kept);
    System.arraycopy(optional, 0, words, 1 + kept, optional.length);
    return tried.add(new Key(words));
  }

  int size() {
    return tried.size();
  }
}
