package dev.assay.engine.throughput;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket that may go into debt: whoever finds it above zero may take what it needs, because
 * what a read costs is only known when it is done, and the next have to wait until the debt is
 * paid. Not safe for use by several threads.
 */
final class Bucket {
  private static final double NANOS = 1e9;

  private double ratePerSecond;
  private double size;
  private double tokens;
  private Instant filledAt;

  /**
   * @param ratePerSecond tokens that come in a second
   * @param burstSeconds how long unused tokens are kept, in seconds
   */
  Bucket(double ratePerSecond, double burstSeconds, Instant now) {
    this.ratePerSecond = ratePerSecond;
    this.size = ratePerSecond * burstSeconds;
    this.tokens = size;
    this.filledAt = now;
  }

  /** Whether something may be taken. */
  boolean isOpen(Instant now) {
    fill(now);
    return tokens > 0;
  }

  /** Takes tokens, also more than there are. */
  void take(double units, Instant now) {
    fill(now);
    tokens -= units;
  }

  /** Has tokens come at another rate from now on; what was saved stays, as far as it still fits. */
  void reshape(double newRatePerSecond, double burstSeconds, Instant now) {
    if (newRatePerSecond != ratePerSecond) {
      fill(now);
      ratePerSecond = newRatePerSecond;
      size = newRatePerSecond * burstSeconds;
      tokens = Math.min(tokens, size);
    }
  }

  private void fill(Instant now) {
    // A clock that is set back brings nothing, and takes nothing away.
    if (now.isAfter(filledAt)) {
      tokens = Math.min(size, tokens + ratePerSecond * seconds(Duration.between(filledAt, now)));
      filledAt = now;
    }
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS;
  }
}
