package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schedule.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does long work a part at a time, so that nothing else waits for the whole of it. Every job comes
 * to an end that its owner is told of, whatever goes wrong in it.
 */
final class Jobs implements AutoCloseable {
  private final Scheduler scheduler;
  private final Consumer<Throwable> accidents;
  private volatile boolean closed;

  Jobs(Scheduler scheduler, Consumer<Throwable> accidents) {
    this.scheduler = scheduler;
    this.accidents = accidents;
  }

  /** Work that is done in parts. */
  interface Work {
    /**
     * Does the next part.
     *
     * @return whether there is more
     */
    boolean step() throws IOException;

    /** Called once after the last part, or after one that failed. */
    void release();
  }

  /** One job on its way. */
  private record Running(
      Region region, Instant due, Work work, Consumer<Optional<Throwable>> end) {}

  /**
   * Begins work.
   *
   * @param least how long the job shows as being in progress, at least
   * @param end told of the failure, if there was one; called in a change of the region's
   *     transitions, and again if the log did not take what it did
   */
  void begin(Region region, Duration least, Work work, Consumer<Optional<Throwable>> end) {
    // What need not last ends when it is done, even if the region's clock was set back meanwhile.
    Instant due = least.isZero() ? Instant.MIN : region.clock().instant().plus(least);
    Running job = new Running(region, due, work, end);
    scheduler.after(Duration.ZERO, () -> step(job));
  }

  private void step(Running job) {
    if (closed) {
      release(job);
      return;
    }
    boolean more;
    try {
      more = job.work.step();
    } catch (Throwable problem) {
      // Errors too, such as a class that cannot be loaded: a job that nobody ends would be in
      // progress for ever, and what it holds in use.
      end(job, Optional.of(problem));
      return;
    }
    if (more) {
      scheduler.after(Duration.ZERO, () -> step(job));
    } else {
      end(job, Optional.empty());
    }
  }

  private void end(Running job, Optional<Throwable> problem) {
    release(job);
    Region region = job.region;
    region.transitions().schedule(job.due, () -> tell(job, problem));
    region.transitions().settle(region.clock());
  }

  private void tell(Running job, Optional<Throwable> problem) {
    try {
      job.end.accept(problem);
    } catch (ServiceException notNow) {
      throw notNow;
    } catch (RuntimeException defect) {
      // Not a reason for whatever else is due in the region to wait.
      accidents.accept(defect);
    }
  }

  /** What cannot be given back is reported; the work is done all the same. */
  private void release(Running job) {
    try {
      job.work.release();
    } catch (RuntimeException problem) {
      accidents.accept(problem);
    }
  }

  /** Goes on with nothing: what is unfinished shows as failed when the engine starts again. */
  @Override
  public void close() {
    closed = true;
  }
}
