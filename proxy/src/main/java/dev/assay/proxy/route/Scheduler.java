package dev.assay.proxy.route;

import java.time.Duration;

/** Runs things later; handed in, so that tests decide when later is. */
@FunctionalInterface
public interface Scheduler {
  /** Runs the task once after the delay. */
  void after(Duration delay, Runnable task);
}
