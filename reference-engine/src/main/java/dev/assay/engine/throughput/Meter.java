package dev.assay.engine.throughput;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The use of one table or index in one direction. Safe for use by several threads.
 *
 * <p>Provisioned capacity saves what is not used for 300 seconds. Every partition has a ceiling of
 * its own, below which adaptive capacity lets it use whatever the table has left.
 */
final class Meter {
  private static final double BURST_SECONDS = 300;
  private static final double ACCOUNT_UNITS = 40_000;
  private static final double MAX_PARTITIONS = 4_096;

  private final Direction direction;
  private final Peak peak = new Peak();
  private final List<Bucket> partitions = new ArrayList<>();
  private @Nullable Bucket whole;
  private boolean provisioned;

  Meter(Direction direction) {
    this.direction = direction;
  }

  /** What is exceeded, if anything is. */
  synchronized @Nullable Limit exceeded(Allowance allowance, long hash, Instant now) {
    Bucket bucket = shape(allowance, now);
    if (!bucket.isOpen(now)) {
      return allowance.limit();
    }
    return partition(hash).isOpen(now) ? null : Limit.KEY_RANGE;
  }

  synchronized void charge(Allowance allowance, long hash, double units, Instant now) {
    shape(allowance, now).take(units, now);
    partition(hash).take(units, now);
    if (!allowance.provisioned()) {
      peak.use(units, now);
    }
  }

  private Bucket shape(Allowance allowance, Instant now) {
    double rate = allowance.units();
    double burst = BURST_SECONDS;
    if (!allowance.provisioned()) {
      double ready = Math.min(ACCOUNT_UNITS, Math.max(allowance.warmUnits(), 2 * peak.units(now)));
      rate = allowance.units() < 0 ? ready : Math.min(allowance.units(), ready);
      burst = 1;
    }
    Bucket bucket = whole;
    if (bucket == null || provisioned != allowance.provisioned()) {
      bucket = new Bucket(rate, burst, now);
      whole = bucket;
      provisioned = allowance.provisioned();
    } else {
      bucket.reshape(rate, burst, now);
    }
    double wanted =
        Math.min(MAX_PARTITIONS, Math.max(1, Math.ceil(rate / direction.partitionUnits())));
    while (partitions.size() < wanted) {
      // A table that has grown has never fewer partitions again.
      partitions.add(new Bucket(direction.partitionUnits(), 1, now));
    }
    return bucket;
  }

  private Bucket partition(long hash) {
    // The upper bits choose: neighbouring hashes share a partition, as ranges do.
    return partitions.get((int) Math.unsignedMultiplyHigh(hash, partitions.size()));
  }
}
