package dev.assay.features.history;

import java.time.Instant;

/** Nanoseconds since 1970 that never run backwards, so that histories line up with journals. */
@FunctionalInterface
public interface NanoClock {
  long epochNanos();

  /** The wall clock once, the monotonic clock from there. */
  static NanoClock ofThisMachine() {
    Instant start = Instant.now();
    long startNanos =
        Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
    long ticksAtStart = System.nanoTime();
    return () -> startNanos + (System.nanoTime() - ticksAtStart);
  }
}
