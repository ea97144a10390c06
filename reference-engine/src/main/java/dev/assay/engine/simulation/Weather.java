package dev.assay.engine.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The true time, and whether anything is broken: only if not, what lags has a bound. */
final class Weather {
  /** No replica and no index lags more than this by itself. */
  static final Duration MOST_LAG = Duration.ofSeconds(1);

  /** After this nothing is left of the lags that levers had set. */
  private static final Duration CLEARS_IN = Programs.MOST_LEVER_LAG.plus(MOST_LAG);

  private final Clock clock;
  private Instant calmSince;

  Weather(Clock clock) {
    this.clock = clock;
    this.calmSince = clock.instant();
  }

  Instant now() {
    return clock.instant();
  }

  /** Something has been broken, until all is healed. */
  void disturbed() {
    calmSince = Instant.MAX;
  }

  /** Nothing is broken from now on. */
  void healed() {
    calmSince = now();
  }

  boolean isCalm() {
    return !calmSince.equals(Instant.MAX) && !now().isBefore(calmSince.plus(CLEARS_IN));
  }
}
