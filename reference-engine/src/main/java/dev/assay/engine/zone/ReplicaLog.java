package dev.assay.engine.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latest entries of one partition, and when each reader applies them: the replica of each zone,
 * and the global indexes. Entries that all have applied are forgotten.
 *
 * <pre>
 *   entry    17     18     19        each reader applies the entries in their order
 *   zone a   at 3   at 5   at 5      at time 4: zone a is at 17, zone b before 17,
 *   zone b   at 6   at 7   never       and so is zone b's at 18 for good once it is frozen
 * </pre>
 */
final class ReplicaLog {
  /** The reader that stands for all global indexes, after those of the zones. */
  static final int INDEXES = Zone.COUNT;

  static final int READERS = Zone.COUNT + 1;

  /** When a reader that is frozen applies what it lacks. */
  static final long NEVER = Long.MAX_VALUE;

  /** A reader that is further behind is brought up to here, as by a copy of the partition. */
  private static final int MOST_ENTRIES = 100_000;

  private static final int COMPACT_AFTER = 1024;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final List<Pending> pending = new ArrayList<>();
  private final long[] last = new long[READERS];
  private int forgotten;

  private record Pending(long index, long[] applyAtNanos) {}

  /**
   * Adds an entry.
   *
   * @param lagNanos of each reader, {@link #NEVER} of one that is frozen
   */
  void add(long index, long nowNanos, long[] lagNanos) {
    long[] applyAt = new long[READERS];
    for (int reader = 0; reader < READERS; reader++) {
      if (lagNanos[reader] == NEVER) {
        applyAt[reader] = NEVER;
      } else {
        last[reader] = Math.max(last[reader], nowNanos + lagNanos[reader]);
        applyAt[reader] = last[reader];
      }
    }
    pending.add(new Pending(index, applyAt));
    forget(nowNanos);
  }

  private void forget(long nowNanos) {
    while (forgotten < pending.size()
        && (pending.size() - forgotten > MOST_ENTRIES
            || Arrays.stream(pending.get(forgotten).applyAtNanos).allMatch(at -> at <= nowNanos))) {
      forgotten++;
    }
    if (forgotten >= COMPACT_AFTER && forgotten * 2 >= pending.size()) {
      pending.subList(0, forgotten).clear();
      forgotten = 0;
    }
  }

  /** The last entry that a reader has applied; the highest number of all if it lacks nothing. */
  long position(int reader, long nowNanos) {
    int low = forgotten;
    int high = pending.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pending.get(middle).applyAtNanos[reader] <= nowNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == pending.size() ? Long.MAX_VALUE : pending.get(low).index - 1;
  }

  boolean isBehind(int reader, long nowNanos) {
    return position(reader, nowNanos) != Long.MAX_VALUE;
  }

  /** What a reader has not applied by now, it does not apply until it is thawed. */
  void freeze(int reader, long nowNanos) {
    for (Pending entry : pending) {
      if (entry.applyAtNanos[reader] > nowNanos) {
        entry.applyAtNanos[reader] = NEVER;
      }
    }
    last[reader] = Math.min(last[reader], nowNanos);
  }

  /** A reader that was frozen applies what it lacks from now on at a rate. */
  void thaw(int reader, long nowNanos, long entriesPerSecond) {
    long missed = 0;
    for (Pending entry : pending) {
      if (entry.applyAtNanos[reader] == NEVER) {
        missed++;
        last[reader] = nowNanos + missed * NANOS_PER_SECOND / entriesPerSecond;
        entry.applyAtNanos[reader] = last[reader];
      }
    }
  }

  void clear() {
    pending.clear();
    forgotten = 0;
  }

  /** The same entries for a part of the partition. */
  ReplicaLog copy() {
    ReplicaLog copy = new ReplicaLog();
    for (Pending entry : pending.subList(forgotten, pending.size())) {
      copy.pending.add(new Pending(entry.index, entry.applyAtNanos.clone()));
    }
    System.arraycopy(last, 0, copy.last, 0, READERS);
    return copy;
  }
}
