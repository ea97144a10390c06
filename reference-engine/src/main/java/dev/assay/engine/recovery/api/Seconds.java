package dev.assay.engine.recovery.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as requests give them: seconds since the epoch, to the millisecond. */
final class Seconds {
  /** Nobody means a time that is further away than this. */
  private static final double FARTHEST = 1e13;

  private Seconds() {}

  static Instant instant(double seconds) {
    double near = Math.max(-FARTHEST, Math.min(FARTHEST, seconds));
    return Instant.ofEpochMilli(
        BigDecimal.valueOf(near)
            .movePointRight(3)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  static @Nullable Instant orNull(@Nullable Double seconds) {
    return seconds == null ? null : instant(seconds);
  }
}
