package dev.assay.engine.store;

import dev.assay.engine.error.ServiceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The changes of state that the tables of one region are waiting for.
 *
 * <p>No thread runs them: whoever looks at a table settles first what has become due, so that a
 * state is right whenever it is read, under any clock.
 */
public final class Transitions {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Up to a pause of about a minute. */
  private static final int DOUBLINGS = 6;

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparingLong(Pending::order));
  private final Consumer<Throwable> accidents;
  private long scheduled;
  private volatile boolean waiting;

  private record Pending(Instant due, long order, Runnable change, int failures) {
    /** The same once more, after a pause that doubles. */
    Pending again(Instant now, long newOrder) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
      return new Pending(now.plus(pause), newOrder, change, failures + 1);
    }
  }

  /**
   * @param accidents told whenever a change fails of a defect; it is tried again later
   */
  public Transitions(Consumer<Throwable> accidents) {
    this.accidents = accidents;
  }

  /** Makes a change of definitions that excludes every other; the change may schedule more. */
  public <T> T change(Clock clock, Supplier<T> change) {
    lock.lock();
    try {
      settleLocked(clock.instant());
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /** Has a change made as soon as someone looks at or after {@code due}; called in a change. */
  public void schedule(Instant due, Runnable change) {
    lock.lock();
    try {
      pending.add(new Pending(due, scheduled++, change, 0));
      waiting = true;
    } finally {
      lock.unlock();
    }
  }

  /** Makes the changes that are due. Costs one volatile read when nothing is waiting. */
  public void settle(Clock clock) {
    if (!waiting) {
      return;
    }
    Instant now = clock.instant();
    lock.lock();
    try {
      settleLocked(now);
    } finally {
      lock.unlock();
    }
  }

  private void settleLocked(Instant now) {
    Pending first = pending.peek();
    while (first != null && !first.due().isAfter(now)) {
      try {
        first.change().run();
      } catch (ServiceException notNow) {
        // The log does not take it, for want of room say: it stays due, and who only looks may
        // look.
        break;
      } catch (Throwable defect) {
        // Errors too: it must not hold up whatever is due behind it, nor be forgotten.
        accidents.accept(defect);
        pending.add(first.again(now, scheduled++));
      }
      pending.remove(first);
      first = pending.peek();
    }
    waiting = first != null;
  }
}
