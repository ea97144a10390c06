package dev.assay.engine.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which keys of a hot partition are asked for, so that it is cut where its load is and not where
 * its hashes are. Counts requests, those refused too. When it knows too many keys it forgets half
 * of every count, which leaves the frequent ones. Not safe for use by several threads.
 */
final class Demand {
  private static final int MOST_KEYS = 1_024;

  private static final int HALF = 2;

  /** A key that makes so much of the load is set apart; two that share it are cut between. */
  private static final double MOST = 0.6;

  private final NavigableMap<Long, Long> requests = new TreeMap<>(Long::compareUnsigned);
  private long total;

  void note(long hash) {
    requests.merge(hash, 1L, Long::sum);
    total++;
    if (requests.size() > MOST_KEYS) {
      requests.replaceAll((key, count) -> count / HALF);
      requests.values().removeIf(count -> count == 0);
      total = requests.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Where to cut the range, each the first hash of an upper part, in order: on both sides of a key
   * that alone makes most of the load, otherwise between the keys that share it.
   *
   * @return none if there is nothing to tell apart
   */
  List<Long> cuts(long low, long high) {
    long before = 0;
    long leastUneven = Long.MAX_VALUE;
    List<Long> best = List.of();
    for (Map.Entry<Long, Long> each : requests.entrySet()) {
      long key = each.getKey();
      if (each.getValue() >= MOST * total) {
        return around(key, low, high);
      }
      before += each.getValue();
      Long next = requests.higherKey(key);
      long uneven = Math.abs(total - HALF * before);
      if (next != null && uneven < leastUneven) {
        leastUneven = uneven;
        best = List.of(between(key, next));
      }
    }
    return best;
  }

  private static List<Long> around(long key, long low, long high) {
    List<Long> cuts = new ArrayList<>(2);
    if (key != low) {
      cuts.add(key);
    }
    if (key != high) {
      cuts.add(key + 1);
    }
    return cuts;
  }

  private static long between(long lower, long upper) {
    return lower + Long.divideUnsigned(upper - lower, 2) + 1;
  }
}
