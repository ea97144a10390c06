package dev.assay.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity, in units a second; zero of both for on-demand.
 *
 * @param decreasesToday how often it was lowered this day (UTC)
 */
public record Throughput(
    long readUnits,
    long writeUnits,
    @Nullable Instant lastIncrease,
    @Nullable Instant lastDecrease,
    int decreasesToday) {
  public static final Throughput NONE = new Throughput(0, 0, null, null, 0);

  public static Throughput of(long readUnits, long writeUnits) {
    return new Throughput(readUnits, writeUnits, null, null, 0);
  }

  public boolean sameUnits(Throughput other) {
    return readUnits == other.readUnits && writeUnits == other.writeUnits;
  }
}
