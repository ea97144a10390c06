package dev.assay.engine.replication;

import java.time.Duration;

/**
 * How long writes are on their way between regions when nothing is broken.
 *
 * @param lag at least
 * @param jitter at most this much longer, drawn for each write
 * @param seed of what is drawn: with the same seed the same write takes the same time
 */
public record Shipping(Duration lag, Duration jitter, long seed) {
  /** Writes arrive as soon as somebody looks. */
  public static final Shipping AT_ONCE = new Shipping(Duration.ZERO, Duration.ZERO, 0);

  public Shipping {
    if (lag.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("lag and jitter must not be negative");
    }
  }

  /** Where in the jitter the nth write of a way lies, from 0 to 1. */
  double share(String table, String from, String to, long n) {
    if (jitter.isZero()) {
      return 0;
    }
    long mixed = seed * 31 + (table + ' ' + from + ' ' + to).hashCode();
    mixed = (mixed + n) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** How long a shipment is on its way where no other lag is set. */
  Duration delay(Shipment shipment) {
    return jitter.isZero() ? lag : lag.plusNanos((long) (shipment.share() * jitter.toNanos()));
  }
}
