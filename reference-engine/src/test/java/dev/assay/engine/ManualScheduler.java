package dev.assay.engine;

import dev.assay.engine.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs tasks when a test says so, in the order of a clock that it moves. */
public final class ManualScheduler implements Scheduler {
  private final ManualClock clock;
  private final List<Planned> planned = new ArrayList<>();

  private record Planned(Instant due, Runnable task) {}

  public ManualScheduler(ManualClock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Task after(Duration delay, Runnable task) {
    Planned one = new Planned(clock.instant().plus(delay), task);
    planned.add(one);
    return () -> cancel(one);
  }

  @Override
  public Task every(Duration period, Runnable task) {
    Task[] next = new Task[1];
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            task.run();
            next[0] = after(period, this);
          }
        };
    next[0] = after(period, again);
    return () -> next[0].cancel();
  }

  /** Whether nothing is planned. */
  public synchronized boolean isIdle() {
    return planned.isEmpty();
  }

  private synchronized void cancel(Planned one) {
    planned.remove(one);
  }

  /** Moves the clock and does on the way what becomes due. */
  public void advance(Duration by) {
    Instant end = clock.instant().plus(by);
    for (Optional<Planned> next = takeDue(end); next.isPresent(); next = takeDue(end)) {
      clock.advance(Duration.between(clock.instant(), next.get().due()));
      next.get().task().run();
    }
    clock.advance(Duration.between(clock.instant(), end));
  }

  private synchronized Optional<Planned> takeDue(Instant end) {
    Optional<Planned> next =
        planned.stream()
            .filter(one -> !one.due().isAfter(end))
            .min(Comparator.comparing(Planned::due));
    next.ifPresent(planned::remove);
    return next;
  }
}
