package dev.assay.engine.stream;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A region's clock, which stands at the times of old entries while a log is read back. */
final class StreamClock extends Clock {
  private final Clock clock;
  private volatile @Nullable Instant held;

  StreamClock(Clock clock) {
    this.clock = clock;
  }

  void hold(@Nullable Instant time) {
    held = time;
  }

  @Override
  public Instant instant() {
    Instant time = held;
    return time == null ? clock.instant() : time;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
