package dev.assay.cli.bench;

import java.time.Duration;

/** How much longer a bench may take. */
record Budget(Timing timing, long deadlineNanos) {
  static Budget of(Duration whole, Timing timing) {
    return new Budget(timing, timing.nanos() + whole.toNanos());
  }

  boolean isSpent() {
    return remainingNanos() == 0;
  }

  long remainingNanos() {
    return Math.max(0, deadlineNanos - timing.nanos());
  }
}
