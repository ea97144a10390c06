package dev.assay.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity, in units a second; zero of both for on-demand.
 *
 * @param decreasesToday how often it was lowered on the day (UTC) of the last decrease
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

  /** How often it was lowered on the day (UTC) of {@code now}. */
  public int decreasesOn(Instant now) {
    return lastDecrease != null && sameDay(lastDecrease, now) ? decreasesToday : 0;
  }

  private static boolean sameDay(Instant a, Instant b) {
    return a.truncatedTo(ChronoUnit.DAYS).equals(b.truncatedTo(ChronoUnit.DAYS));
  }

  /** This capacity, dated for a change to other units that begins now. */
  public Throughput changing(long newReadUnits, long newWriteUnits, Instant now) {
    boolean up = newReadUnits > readUnits || newWriteUnits > writeUnits;
    boolean down = newReadUnits < readUnits || newWriteUnits < writeUnits;
    return new Throughput(
        readUnits,
        writeUnits,
        up ? now : lastIncrease,
        down ? now : lastDecrease,
        down ? decreasesOn(now) + 1 : decreasesToday);
  }

  public Throughput withUnits(long newReadUnits, long newWriteUnits) {
    return new Throughput(newReadUnits, newWriteUnits, lastIncrease, lastDecrease, decreasesToday);
  }

  public boolean sameUnits(Throughput other) {
    return readUnits == other.readUnits && writeUnits == other.writeUnits;
  }
}
