package dev.assay.fault;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** A controller's promise to be heard from again in time. */
final class DeadMansSwitch {
  private static final long NANOS_PER_MS = 1_000_000;

  private final LongSupplier nanoClock;
  private boolean armed;
  private long untilNanos;
  private long expiries;

  DeadMansSwitch(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  synchronized void renew(long ttlMs) {
    untilNanos = nanoClock.getAsLong() + ttlMs * NANOS_PER_MS;
    armed = true;
  }

  synchronized void disarm() {
    armed = false;
  }

  /** Milliseconds left, empty when it is not armed. */
  synchronized OptionalLong leftMs() {
    return armed
        ? OptionalLong.of(Math.max(0, (untilNanos - nanoClock.getAsLong()) / NANOS_PER_MS))
        : OptionalLong.empty();
  }

  /** How often the controller was not heard from in time. */
  synchronized long expiries() {
    return expiries;
  }

  /** True once for each time that the controller was not heard from in time. */
  synchronized boolean expired() {
    if (!armed || untilNanos - nanoClock.getAsLong() > 0) {
      return false;
    }
    armed = false;
    expiries++;
    return true;
  }
}
