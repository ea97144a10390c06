package dev.assay.engine.schedule;

import java.time.Duration;
import java.util.function.Consumer;

/** Reports the accidents of tasks, and has periodic ones run again all the same. */
public final class GuardedScheduler implements Scheduler {
  private final Scheduler scheduler;
  private final Consumer<Throwable> accidents;

  public GuardedScheduler(Scheduler scheduler, Consumer<Throwable> accidents) {
    this.scheduler = scheduler;
    this.accidents = accidents;
  }

  @Override
  public Task after(Duration delay, Runnable task) {
    return scheduler.after(delay, guarded(task));
  }

  @Override
  public Task every(Duration period, Runnable task) {
    return scheduler.every(period, guarded(task));
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError accident) {
        accidents.accept(accident);
      }
    };
  }
}
