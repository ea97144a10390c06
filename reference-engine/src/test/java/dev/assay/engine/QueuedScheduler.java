package dev.assay.engine;

import dev.assay.engine.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is to be done at once until a test has it done on its own thread; what is to be done
 * later or again and again never is. Unlike {@link ManualScheduler} it leaves the clock alone, so
 * that others may move it meanwhile.
 */
public final class QueuedScheduler implements Scheduler {
  private final Deque<Runnable> queue = new ArrayDeque<>();

  @Override
  public synchronized Task after(Duration delay, Runnable task) {
    if (!delay.isZero()) {
      return () -> {};
    }
    queue.addLast(task);
    return () -> forget(task);
  }

  @Override
  public Task every(Duration period, Runnable task) {
    return () -> {};
  }

  private synchronized void forget(Runnable task) {
    queue.remove(task);
  }

  private synchronized @Nullable Runnable next() {
    return queue.pollFirst();
  }

  /** Does what is to be done, and what that asks for, until nothing is left. */
  public void work() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  /** Does one task, if there is one. */
  public void step() {
    Runnable next = next();
    if (next != null) {
      next.run();
    }
  }
}
