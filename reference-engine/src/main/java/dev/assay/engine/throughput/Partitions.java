package dev.assay.engine.throughput;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a table or an index as its capacity sees them: ranges of hashes, each with a
 * ceiling of its own. A range that stays above its ceiling is cut where its load is: between the
 * keys that share it, or around a key that makes most of it, which then has a partition's units for
 * itself and no more (Developer Guide, "isolate frequently accessed items").
 *
 * <p>How long the service waits before it splits is not established (unconfirmed): five minutes
 * here, in which no minute goes by without a refusal. Not safe for use by several threads.
 */
final class Partitions {
  static final Duration HOT = Duration.ofMinutes(5);
  private static final Duration COOLED = Duration.ofMinutes(1);
  private static final int MOST = 4_096;

  private final double ceiling;
  private final LongConsumer split;
  private final List<Range> ranges = new ArrayList<>();

  /** From a hash, unsigned, up to the next range. */
  private static final class Range {
    private final long low;
    private final Bucket bucket;
    private Instant hotSince = Instant.MAX;
    private Instant refusedAt = Instant.MAX;

    /** Null while it is cool. */
    private @Nullable Demand demand;

    private Range(long low, Bucket bucket) {
      this.low = low;
      this.bucket = bucket;
    }

    private void ask(long hash, Instant now) {
      if (demand != null && refusedAt.plus(COOLED).isBefore(now)) {
        demand = null;
      }
      if (demand != null) {
        demand.note(hash);
      }
    }

    private void refuse(long hash, Instant now) {
      if (demand == null) {
        hotSince = now;
        demand = new Demand();
        demand.note(hash);
      }
      refusedAt = now;
    }

    /** Where it is to be cut by now, if at all. */
    private List<Long> cuts(long high, Instant now) {
      return demand == null || now.isBefore(hotSince.plus(HOT))
          ? List.of()
          : demand.cuts(low, high);
    }
  }

  /**
   * @param ceiling units a second of each partition
   * @param split told where a partition is cut by its heat: the first hash of an upper part
   */
  Partitions(double ceiling, LongConsumer split) {
    this.ceiling = ceiling;
    this.split = split;
  }

  /** Makes so many partitions, if there are fewer; there are never fewer again. */
  void grow(double wanted, Instant now) {
    if (ranges.isEmpty()) {
      ranges.add(new Range(0, fresh(now)));
    }
    while (ranges.size() < Math.min(MOST, wanted)) {
      int widest = 0;
      for (int i = 1; i < ranges.size(); i++) {
        if (Long.compareUnsigned(width(i), width(widest)) > 0) {
          widest = i;
        }
      }
      ranges.add(widest + 1, new Range(middle(widest), fresh(now)));
    }
  }

  private Bucket fresh(Instant now) {
    return new Bucket(ceiling, 1, now);
  }

  /** The last hash of a range less its first. */
  private long width(int at) {
    return high(at) - ranges.get(at).low;
  }

  private long high(int at) {
    return at + 1 == ranges.size() ? -1 : ranges.get(at + 1).low - 1;
  }

  private long middle(int at) {
    return ranges.get(at).low + Long.divideUnsigned(width(at), 2) + 1;
  }

  private int indexOf(long hash) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Long.compareUnsigned(ranges.get(middle).low, hash) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Whether the partition of a hash has anything left; that it has not heats it. */
  boolean isOpen(long hash, Instant now) {
    int at = indexOf(hash);
    Range range = ranges.get(at);
    range.ask(hash, now);
    if (range.bucket.isOpen(now)) {
      return true;
    }
    range.refuse(hash, now);
    if (ranges.size() < MOST) {
      divide(at, range.cuts(high(at), now), now);
    }
    return false;
  }

  private void divide(int at, List<Long> cuts, Instant now) {
    if (cuts.isEmpty()) {
      return;
    }
    ranges.set(at, new Range(ranges.get(at).low, fresh(now)));
    int place = at;
    for (long cut : cuts) {
      ranges.add(++place, new Range(cut, fresh(now)));
      split.accept(cut);
    }
  }

  void take(long hash, double units, Instant now) {
    ranges.get(indexOf(hash)).bucket.take(units, now);
  }

  int count() {
    return ranges.size();
  }
}
