package dev.assay.engine.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. For one thread. */
final class SimulatedClock extends Clock {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Duration drift = Duration.ZERO;

  void advance(Duration by) {
    now = now.plus(by);
  }

  /** The machine's clock, which is off as {@link #drift} says. */
  Clock ofMachine() {
    return new MachineClock();
  }

  /** Sets the machine's clock wrong: ahead, or behind if negative. */
  void drift(Duration newDrift) {
    drift = newDrift;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private final class MachineClock extends Clock {
    @Override
    public Instant instant() {
      return now.plus(drift);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
