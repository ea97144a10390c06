package dev.assay.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one item may be, where there is one truth: usually one value, more after a write of which
 * nobody knows whether it was done, and once it has expired. Zero stands for no item.
 */
final class KeyModel {
  static final long ABSENT = 0;

  /** What it may be if no write in doubt has been done. */
  private final Set<Long> settled = new HashSet<>(Set.of(ABSENT));

  /** What writes in doubt may have made of it, or may still make, in the order of the writes. */
  private final List<Long> pending = new ArrayList<>();

  private final Set<Long> ever = new HashSet<>(Set.of(ABSENT));
  private final Map<Long, Instant> expiries = new HashMap<>();
  private final List<Was> past = new ArrayList<>(List.of(new Was(Instant.MIN, Set.of(ABSENT))));

  /** What the item could be from a moment on, until the next one of which something is known. */
  private record Was(Instant since, Set<Long> possible) {}

  /** A value, once it is there, expires at this time. */
  void expires(long value, Instant at) {
    expiries.put(value, at);
  }

  /** Time has gone by: what has expired may be gone. */
  void look(Instant now) {
    if (hasExpired(possible(), now) && settled.add(ABSENT)) {
      note(now);
    }
  }

  private boolean hasExpired(Set<Long> values, Instant now) {
    return values.stream().map(expiries::get).anyMatch(at -> at != null && !at.isAfter(now));
  }

  /** A write was acknowledged: nothing is while an earlier write of the item is held back. */
  void became(long value, Instant now) {
    ever.add(value);
    decided(value, now);
  }

  /** A write was sent, and nobody knows. */
  void mayBe(long value, Instant now) {
    pending.add(value);
    ever.add(value);
    note(now);
  }

  boolean canBe(long value) {
    return settled.contains(value) || pending.contains(value);
  }

  /**
   * A strong read. A write in doubt that it shows is decided for good, and with it those before it;
   * later ones, and all where it shows what was before, may still be held back and come later.
   */
  void seen(long value, Instant now) {
    if (settled.contains(value)) {
      settled.clear();
      settled.add(value);
    } else {
      List<Long> later = List.copyOf(pending.subList(pending.indexOf(value) + 1, pending.size()));
      settle(value);
      pending.addAll(later);
    }
    note(now);
  }

  /** What it is, and stays until it is written again. */
  void decided(long value, Instant now) {
    settle(value);
    note(now);
  }

  private void settle(long value) {
    settled.clear();
    settled.add(value);
    pending.clear();
  }

  private void note(Instant now) {
    past.add(new Was(now, possible()));
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

  /**
   * All that it may have been at any moment of a stretch.
   *
   * @param to included: what was written at that very moment is there already
   */
  Set<Long> possibleBetween(Instant from, Instant to) {
    Set<Long> found = new HashSet<>();
    for (int i = past.size() - 1; i >= 0; i--) {
      Was was = past.get(i);
      if (was.since().isAfter(to)) {
        continue;
      }
      found.addAll(was.possible());
      if (!was.since().isAfter(from)) {
        break;
      }
    }
    if (hasExpired(found, to)) {
      found.add(ABSENT);
    }
    return found;
  }

  /** What it may have been at one moment: the last that was written then. */
  Set<Long> possibleAt(Instant moment, Duration unsure) {
    return possibleBetween(moment.minus(unsure), moment.plus(unsure));
  }
}
