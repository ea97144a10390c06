package dev.assay.engine.replication;

import dev.assay.engine.schedule.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one region. Whoever looks at the region takes in what is due; so that feeds
 * of the region move also while nobody looks, the scheduler does it besides.
 */
final class Arrivals implements Runnable {
  private final String region;
  private final Function<String, @Nullable Instant> receive;
  private final Supplier<Instant> now;
  private final Scheduler scheduler;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean planned = new AtomicBoolean();

  /**
   * @param receive brings in what is due in the region, and says when the next will be due; null if
   *     nothing will be as things are
   */
  Arrivals(
      String region,
      Function<String, @Nullable Instant> receive,
      Supplier<Instant> now,
      Scheduler scheduler) {
    this.region = region;
    this.receive = receive;
    this.now = now;
    this.scheduler = scheduler;
  }

  /** Something more is on its way, and due after so long. */
  void more(long count, Duration dueIn) {
    waiting.addAndGet(count);
    wake(dueIn);
  }

  /** Something is no longer on its way. */
  void fewer(long count) {
    waiting.addAndGet(-count);
  }

  /** How much is on its way. */
  long waiting() {
    return waiting.get();
  }

  /** Has what is due taken in by the scheduler, at the latest after so long. */
  void wake(Duration in) {
    if (waiting.get() > 0 && planned.compareAndSet(false, true)) {
      var unused = scheduler.after(in, this::runPlanned);
    }
  }

  private void runPlanned() {
    planned.set(false);
    Instant next = receive.apply(region);
    if (next != null) {
      Duration in = Duration.between(now.get(), next);
      wake(in.isNegative() ? Duration.ZERO : in);
    }
  }

  /** Takes in what is due. Costs one volatile read when nothing is on its way. */
  @Override
  public void run() {
    if (waiting.get() > 0) {
      var unused = receive.apply(region);
    }
  }
}
