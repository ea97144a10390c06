package dev.assay.proxy.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the journal. The queue before it has no end of its own: the proxy
 * stops reading requests while it is saturated, and each connection has at most one exchange under
 * way, so what it may hold is bounded by that.
 *
 * <p>Waking a thread costs the event loop more than all else about an append. So while there is
 * work the writer naps for some milliseconds at a time and takes what has come meanwhile; only
 * after a while without any does it wait to be woken.
 */
final class JournalWriter {
  private static final long SATURATED_BYTES = 32L << 20;
  private static final long NAP_MS = 3;
  private static final int NAPS_BEFORE_REST = 30;

  /** One document's worth; a larger one would be built from memory that has left the cache. */
  private static final int MOST_AT_ONCE = 64;

  private static final long MOST_BYTES_AT_ONCE = 256L << 10;

  private record Append(Supplier<Exchange> exchange, long heldBytes) {}

  private final Supplier<Sink> opening;
  private final Consumer<Exchange> observer;
  private final Queue<Append> jobs = new ConcurrentLinkedQueue<>();
  private final AtomicLong heldBytes = new AtomicLong();
  private final AtomicLong appended = new AtomicLong();
  private final Thread thread =
      Thread.ofPlatform().name("assay-journal").daemon().unstarted(this::run);

  /** Held to wait for the writer or to be the writer that waits. */
  private final Object moved = new Object();

  /** Jobs done, as the writer counts them and as others see it. */
  private long taken;

  private volatile long seen;
  private volatile int waiting;
  private volatile boolean resting;
  private volatile boolean stopping;
  private volatile @Nullable JournalException failure;
  private final CompletableFuture<JournalException> failing = new CompletableFuture<>();

  JournalWriter(Supplier<Sink> opening, Consumer<Exchange> observer) {
    this.opening = opening;
    this.observer = observer;
  }

  void start() {
    thread.start();
  }

  void append(Supplier<Exchange> exchange, long bytes) {
    heldBytes.addAndGet(bytes);
    appended.incrementAndGet();
    jobs.add(new Append(exchange, bytes));
    // The writer says that it rests before it looks at the jobs for a last time, so one of us sees
    // the other.
    if (resting) {
      wake();
    }
  }

  private void wake() {
    synchronized (moved) {
      moved.notifyAll();
    }
  }

  boolean saturated() {
    return heldBytes.get() > SATURATED_BYTES;
  }

  long backlog() {
    return appended.get() - seen;
  }

  long backlogBytes() {
    return heldBytes.get();
  }

  boolean failed() {
    return failure != null;
  }

  void whenFailed(Consumer<JournalException> action) {
    var unused = failing.thenAccept(action);
  }

  Optional<JournalException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits until what was appended before this call is written. */
  void awaitWritten() {
    awaitSeen();
    JournalException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * Waits until what was appended before this call was taken, whether it could be written or not.
   */
  void awaitSeen() {
    long target = appended.get();
    synchronized (moved) {
      waiting++;
      try {
        moved.notifyAll();
        while (seen < target && thread.isAlive()) {
          moved.wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JournalException("Interrupted while waiting for the journal.", e);
      } finally {
        waiting--;
      }
    }
  }

  void close() {
    stopping = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // Leaving now would lose exchanges: finish, then pass the interrupt on.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (Sink sink = opening.get()) {
      work(sink);
    } catch (InterruptedException | RuntimeException | Error e) {
      fail(e);
    }
    workWithoutSink();
    wake();
  }

  private void work(Sink sink) throws InterruptedException {
    long sequence = sink.lastSequence();
    List<Append> batch = new ArrayList<>(MOST_AT_ONCE);
    List<Exchange> exchanges = new ArrayList<>(MOST_AT_ONCE);
    while (takeBatch(batch)) {
      try {
        for (Append job : batch) {
          exchanges.add(job.exchange().get().withSequence(++sequence));
        }
        sink.write(exchanges);
      } catch (RuntimeException | Error e) {
        // Before the jobs count as done: who waits for them looks at the failure next.
        fail(e);
        throw e;
      } finally {
        exchanges.forEach(observer);
        batch.forEach(this::done);
        exchanges.clear();
        batch.clear();
      }
    }
  }

  /** Waits for a job and takes those that came with it; false when none will come. */
  private boolean takeBatch(List<Append> batch) throws InterruptedException {
    long bytes = 0;
    for (Append job = next();
        job != null;
        job = batch.size() < MOST_AT_ONCE && bytes < MOST_BYTES_AT_ONCE ? jobs.poll() : null) {
      batch.add(job);
      bytes += job.heldBytes();
    }
    return !batch.isEmpty();
  }

  /**
   * After a failure exchanges are still counted, so that clients and metrics are not left behind.
   */
  private void workWithoutSink() {
    try {
      for (Append job = next(); job != null; job = next()) {
        observer.accept(job.exchange().get());
        done(job);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, it ends.
      Thread.currentThread().interrupt();
    }
  }

  private void done(Append job) {
    heldBytes.addAndGet(-job.heldBytes());
    taken++;
    seen = taken;
    if (waiting > 0) {
      wake();
    }
  }

  /** The next job, or null when there are none and none will come. */
  private @Nullable Append next() throws InterruptedException {
    int naps = 0;
    while (true) {
      Append job = jobs.poll();
      if (job != null) {
        return job;
      }
      synchronized (moved) {
        if (naps++ < NAPS_BEFORE_REST) {
          if (stopping && jobs.isEmpty()) {
            return null;
          }
          moved.wait(NAP_MS);
        } else {
          resting = true;
          if (jobs.isEmpty() && !stopping) {
            moved.wait();
          }
          resting = false;
          naps = 0;
        }
      }
    }
  }

  /**
   * From here on nothing is kept: whoever asks for the journal is told so, and the settings say
   * what becomes of requests.
   */
  private void fail(Throwable cause) {
    if (failure != null) {
      return;
    }
    JournalException told =
        cause instanceof JournalException known
            ? known
            : new JournalException("The journal could not be written: " + cause + ".", cause);
    failure = told;
    failing.complete(told);
  }
}
