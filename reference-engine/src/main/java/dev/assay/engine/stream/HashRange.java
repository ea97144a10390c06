package dev.assay.engine.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * The partition keys of one shard, by their hash; both ends are unsigned and belong to it.
 *
 * @param from the least hash
 * @param to the greatest hash
 */
record HashRange(long from, long to) {
  static final HashRange ALL = new HashRange(0, -1L);

  boolean holds(long hash) {
    return Long.compareUnsigned(from, hash) <= 0 && Long.compareUnsigned(hash, to) <= 0;
  }

  /** Divides all hashes into ranges of about the same width. */
  static List<HashRange> divide(int parts) {
    long width = parts == 1 ? -1L : Long.divideUnsigned(-1L, parts);
    List<HashRange> ranges = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      ranges.add(new HashRange(i * width + Math.min(i, 1), i == parts - 1 ? -1L : (i + 1) * width));
    }
    return ranges;
  }

  /** The lower and the upper half, or this range alone if it is a single hash. */
  List<HashRange> halves() {
    if (from == to) {
      return List.of(this);
    }
    long middle = from + ((to - from) >>> 1);
    return List.of(new HashRange(from, middle), new HashRange(middle + 1, to));
  }
}
