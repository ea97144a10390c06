package dev.assay.engine.schedule;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks in real time on one daemon thread, which there is only while something is planned. A
 * periodic task that throws is not run again: it must see to its own accidents.
 */
public final class DaemonScheduler implements Scheduler {
  private static final long IDLE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor executor;

  public DaemonScheduler() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "engine-background");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  @Override
  public Task after(Duration delay, Runnable task) {
    return cancelling(executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public Task every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    return cancelling(executor.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS));
  }

  private static Task cancelling(Future<?> planned) {
    return () -> planned.cancel(false);
  }
}
