package dev.assay.engine.throughput;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The use of one table or index in one direction. Safe for use by several threads.
 *
 * <p>Provisioned capacity saves what is not used for 300 seconds. Every partition has a ceiling of
 * its own, below which adaptive capacity lets it use whatever the table has left, and is split when
 * it stays hot.
 */
final class Meter {
  private static final double BURST_SECONDS = 300;
  private static final double ACCOUNT_UNITS = 40_000;

  private final Direction direction;
  private final Peak peak = new Peak();
  private final Partitions partitions;
  private @Nullable Bucket whole;
  private boolean provisioned;

  /**
   * @param split told where a partition is split by its heat
   */
  Meter(Direction direction, LongConsumer split) {
    this.direction = direction;
    this.partitions = new Partitions(direction.partitionUnits(), split);
  }

  /**
   * What is exceeded, if anything is. Whoever is told of a split by it is told with this monitor
   * held.
   */
  synchronized @Nullable Limit exceeded(Allowance allowance, long hash, Instant now) {
    Bucket bucket = shape(allowance, now);
    if (!bucket.isOpen(now)) {
      return allowance.limit();
    }
    return partitions.isOpen(hash, now) ? null : Limit.KEY_RANGE;
  }

  synchronized void charge(Allowance allowance, long hash, double units, Instant now) {
    shape(allowance, now).take(units, now);
    partitions.take(hash, units, now);
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
    partitions.grow(Math.ceil(rate / direction.partitionUnits()), now);
    return bucket;
  }
}
