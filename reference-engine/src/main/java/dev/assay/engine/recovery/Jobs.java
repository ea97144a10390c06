package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.schedule.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Does long work a part at a time, so that nothing else waits for the whole of it. */
final class Jobs implements AutoCloseable {
  private final Scheduler scheduler;
  private volatile boolean closed;

  Jobs(Scheduler scheduler) {
    this.scheduler = scheduler;
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
   *     transitions
   */
  void begin(Region region, Duration least, Work work, Consumer<Optional<Throwable>> end) {
    Running job = new Running(region, region.clock().instant().plus(least), work, end);
    scheduler.after(Duration.ZERO, () -> step(job));
  }

  private void step(Running job) {
    if (closed) {
      job.work.release();
      return;
    }
    try {
      if (job.work.step()) {
        scheduler.after(Duration.ZERO, () -> step(job));
      } else {
        end(job, Optional.empty());
      }
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError problem) {
      end(job, Optional.of(problem));
    }
  }

  private static void end(Running job, Optional<Throwable> problem) {
    job.work.release();
    Region region = job.region;
    region.transitions().schedule(job.due, () -> job.end.accept(problem));
    region.transitions().settle(region.clock());
  }

  /** Goes on with nothing: what is unfinished shows as failed when the engine starts again. */
  @Override
  public void close() {
    closed = true;
  }
}
