package dev.assay.engine.schedule;

import java.time.Duration;

/** Does work later. Tasks run one after the other and must not block. */
public interface Scheduler {

  /** Runs a task once. */
  Task after(Duration delay, Runnable task);

  /** Runs a task again and again, for the first time after one period. */
  Task every(Duration period, Runnable task);

  /** Work that has been planned. */
  interface Task {
    /** Does not run it any more; one that is running is not interrupted. */
    void cancel();
  }
}
