package dev.assay.proxy.journal;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the journal. The queue before it has no end of its own: the proxy
 * stops reading requests while it is saturated, and each connection has at most one exchange under
 * way, so what it may hold is bounded by that.
 */
final class JournalWriter {
  private static final long SATURATED_BYTES = 32L << 20;

  private sealed interface Job {
    record Append(Supplier<Exchange> exchange, long heldBytes) implements Job {}

    record Stop() implements Job {}
  }

  private final Supplier<ChronicleQueue> opening;
  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final AtomicLong heldBytes = new AtomicLong();
  private final AtomicLong appended = new AtomicLong();
  private final Thread thread =
      Thread.ofPlatform().name("assay-journal").daemon().unstarted(this::run);
  private final Object written = new Object();
  private long writtenCount;
  private @Nullable JournalException failure;
  private volatile boolean failed;

  JournalWriter(Supplier<ChronicleQueue> opening) {
    this.opening = opening;
  }

  void start() {
    thread.start();
  }

  void append(Supplier<Exchange> exchange, long bytes) {
    if (failed) {
      return;
    }
    heldBytes.addAndGet(bytes);
    appended.incrementAndGet();
    jobs.add(new Job.Append(exchange, bytes));
  }

  boolean saturated() {
    return heldBytes.get() > SATURATED_BYTES && !failed;
  }

  Optional<JournalException> failure() {
    synchronized (written) {
      return Optional.ofNullable(failure);
    }
  }

  /** Waits until what was appended before this call is written. */
  void awaitWritten() {
    long target = appended.get();
    synchronized (written) {
      while (writtenCount < target && failure == null) {
        try {
          written.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new JournalException("Interrupted while waiting for the journal.", e);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  void close() {
    jobs.add(new Job.Stop());
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
    try (ChronicleQueue queue = opening.get();
        ExcerptAppender appender = queue.createAppender()) {
      long sequence = lastSequence(queue);
      while (jobs.take() instanceof Job.Append append) {
        Exchange exchange = append.exchange().get().withSequence(++sequence);
        try (DocumentContext document = appender.writingDocument()) {
          var wire = document.wire();
          if (wire == null) {
            throw new IllegalStateException("no wire to write to");
          }
          ExchangeWire.write(exchange, wire);
        }
        done(append.heldBytes());
      }
    } catch (InterruptedException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** A journal that is opened again goes on counting. */
  private static long lastSequence(ChronicleQueue queue) {
    try (ExcerptTailer tailer = queue.createTailer().direction(TailerDirection.BACKWARD).toEnd();
        DocumentContext document = tailer.readingDocument()) {
      var wire = document.wire();
      return document.isPresent() && wire != null ? ExchangeWire.read(wire).sequence() : 0;
    }
  }

  private void done(long bytes) {
    heldBytes.addAndGet(-bytes);
    synchronized (written) {
      writtenCount++;
      written.notifyAll();
    }
  }

  /**
   * From here on nothing is kept: whoever asks for the journal is told so, and the wire goes on.
   */
  private void fail(Throwable cause) {
    synchronized (written) {
      failure =
          new JournalException("The journal could not be written: " + cause.getMessage(), cause);
      written.notifyAll();
    }
    failed = true;
    jobs.clear();
  }
}
