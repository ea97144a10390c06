package dev.assay.cli.gameday;

import dev.assay.fault.gameday.Pace;
import dev.assay.features.history.NanoClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's time; waiting ends when the user wants it to. */
final class RealPace implements Pace {
  private final NanoClock clock;
  private final CountDownLatch interrupted = new CountDownLatch(1);

  RealPace(NanoClock clock) {
    this.clock = clock;
  }

  /** From now on nothing waits. */
  void interrupt() {
    interrupted.countDown();
  }

  boolean isInterrupted() {
    return interrupted.getCount() == 0;
  }

  @Override
  public long nanos() {
    return clock.epochNanos();
  }

  @Override
  public boolean waitUntil(long nanos) {
    try {
      return !interrupted.await(Math.max(0, nanos - nanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
