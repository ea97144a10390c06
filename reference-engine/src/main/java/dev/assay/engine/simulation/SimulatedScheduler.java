package dev.assay.engine.simulation;

import dev.assay.engine.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Runs tasks when their time has come, in the order of their times. For one thread. */
final class SimulatedScheduler implements Scheduler {
  private final SimulatedClock clock;
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(Comparator.comparing(Planned::due).thenComparingLong(Planned::order));
  private long count;

  private record Planned(Instant due, long order, Runnable task) {}

  SimulatedScheduler(SimulatedClock clock) {
    this.clock = clock;
  }

  @Override
  public Task after(Duration delay, Runnable task) {
    Planned one = new Planned(clock.instant().plus(delay), count++, task);
    planned.add(one);
    return () -> planned.remove(one);
  }

  @Override
  public Task every(Duration period, Runnable task) {
    return new Recurring(period, task);
  }

  private final class Recurring implements Task {
    private final Duration period;
    private final Runnable task;
    private Task next;

    Recurring(Duration period, Runnable task) {
      this.period = period;
      this.task = task;
      this.next = after(period, this::run);
    }

    private void run() {
      task.run();
      next = after(period, this::run);
    }

    @Override
    public void cancel() {
      next.cancel();
    }
  }

  /** Who planned it is gone. */
  void forgetAll() {
    planned.clear();
  }

  /** Moves the clock on, and does on the way what becomes due. */
  void advance(Duration by) {
    Instant end = clock.instant().plus(by);
    for (Planned next = planned.peek(); next != null && !next.due().isAfter(end); ) {
      planned.remove();
      if (next.due().isAfter(clock.instant())) {
        clock.advance(Duration.between(clock.instant(), next.due()));
      }
      next.task().run();
      next = planned.peek();
    }
    clock.advance(Duration.between(clock.instant(), end));
  }
}
