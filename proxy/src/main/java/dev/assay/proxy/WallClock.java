package dev.assay.proxy;

import java.time.Instant;

/**
 * Nanoseconds since 1970 that never run backwards: the wall clock once, the monotonic clock from
 * there.
 */
@FunctionalInterface
interface WallClock {
  long epochNanos();

  /** The clock of this machine: the adapter behind which the static ones stay. */
  static WallClock ofThisMachine() {
    Instant start = Instant.now();
    long startNanos =
        Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
    long ticksAtStart = System.nanoTime();
    return () -> startNanos + (System.nanoTime() - ticksAtStart);
  }
}
