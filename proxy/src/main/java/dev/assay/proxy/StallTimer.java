package dev.assay.proxy;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fires when something that is awaited has made no progress for a while. Telling it of progress
 * costs a store to a field: the one timer behind it is moved only when it goes off, or when a
 * shorter wait begins.
 */
final class StallTimer {
  private final EventExecutor loop;
  private final Runnable onStall;
  private long allowedNanos;
  private long sinceNanos;
  private long armedForNanos;
  private @Nullable Future<?> timer;

  StallTimer(EventExecutor loop, Runnable onStall) {
    this.loop = loop;
    this.onStall = onStall;
  }

  /** Something is awaited from now on and may be silent for so long. */
  void await(Duration allowed) {
    allowedNanos = allowed.toNanos();
    sinceNanos = loop.ticker().nanoTime();
    long deadline = sinceNanos + allowedNanos;
    if (timer == null) {
      arm(deadline);
    } else if (deadline - armedForNanos < 0) {
      timer.cancel(false);
      arm(deadline);
    }
  }

  /** What is awaited moved. */
  void progress() {
    sinceNanos = loop.ticker().nanoTime();
  }

  /** Nothing is awaited any more. */
  void rest() {
    allowedNanos = 0;
  }

  /** Nothing will be awaited ever again. */
  void end() {
    rest();
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void arm(long deadline) {
    armedForNanos = deadline;
    long delay = Math.max(1, deadline - loop.ticker().nanoTime());
    timer = loop.schedule(this::check, delay, TimeUnit.NANOSECONDS);
  }

  private void check() {
    timer = null;
    if (allowedNanos == 0) {
      return;
    }
    long deadline = sinceNanos + allowedNanos;
    if (deadline - loop.ticker().nanoTime() > 0) {
      arm(deadline);
    } else {
      allowedNanos = 0;
      onStall.run();
    }
  }
}
