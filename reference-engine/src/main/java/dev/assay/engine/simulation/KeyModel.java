package dev.assay.engine.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one item may be, where there is one truth: usually one value, more after a write of which
 * nobody knows whether it was done. Zero stands for no item.
 */
final class KeyModel {
  static final long ABSENT = 0;

  /** What it may be if no write in doubt has been done. */
  private final Set<Long> settled = new HashSet<>(Set.of(ABSENT));

  /** What writes in doubt may have made of it, or may still make, in the order of the writes. */
  private final List<Long> pending = new ArrayList<>();

  private final Set<Long> ever = new HashSet<>(Set.of(ABSENT));

  /** A write was acknowledged: nothing is while an earlier write of the item is held back. */
  void became(long value) {
    decided(value);
    ever.add(value);
  }

  /** A write was sent, and nobody knows. */
  void mayBe(long value) {
    pending.add(value);
    ever.add(value);
  }

  boolean canBe(long value) {
    return settled.contains(value) || pending.contains(value);
  }

  /**
   * A strong read. A write in doubt that it shows is decided for good, and with it those before it;
   * later ones, and all where it shows what was before, may still be held back and come later.
   */
  void seen(long value) {
    if (settled.contains(value)) {
      settled.clear();
      settled.add(value);
    } else {
      List<Long> later = List.copyOf(pending.subList(pending.indexOf(value) + 1, pending.size()));
      decided(value);
      pending.addAll(later);
    }
  }

  /** What it is, and stays until it is written again. */
  void decided(long value) {
    settled.clear();
    settled.add(value);
    pending.clear();
  }

  /** Whether the item ever was, or may have been, this. */
  boolean everWas(long value) {
    return ever.contains(value);
  }

  boolean isCertain() {
    return settled.size() == 1 && pending.isEmpty();
  }

  long certain() {
    return settled.iterator().next();
  }

  Set<Long> possible() {
    Set<Long> possible = new HashSet<>(settled);
    possible.addAll(pending);
    return possible;
  }
}
