package dev.assay.engine.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Reads and decodes on one thread what another takes in, in the same order: a start takes as long
 * as the slower of the two and not as both.
 *
 * <pre>
 *   files ─► source (decodes) ─► batches, a few ahead ─► taker (puts it into the tables)
 * </pre>
 */
final class Ahead {
  private static final int BATCHES = 32;
  private static final int BATCH_BYTES = 1 << 17;
  private static final int BATCH_SIZE = 256;

  private Ahead() {}

  /** Reads everything, and hands it on. */
  interface Source<T, R> {
    R read(Sink<T> sink) throws IOException;
  }

  /** Gets what is read. */
  interface Sink<T> {
    /**
     * @param bytes about so much memory it takes: so much at once is handed over
     */
    void add(T each, long bytes) throws IOException;
  }

  /**
   * Reads to the end.
   *
   * @param taker called on this thread
   * @return what the source returns
   * @throws IOException if the source does; what it had read before has been taken in
   */
  static <T, R> R read(Source<T, R> source, Consumer<T> taker) throws IOException {
    BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(BATCHES);
    FutureTask<R> reading = new FutureTask<>(() -> readInto(batches, source));
    Thread thread = new Thread(reading, "engine-read-ahead");
    thread.setDaemon(true);
    thread.start();
    try {
      for (List<T> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
        batch.forEach(taker);
      }
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } finally {
      end(thread);
    }
  }

  /** Nothing is read any more when this returns: the caller may give the files back. */
  private static void end(Thread thread) {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T, R> R readInto(BlockingQueue<List<T>> batches, Source<T, R> source)
      throws IOException, InterruptedException {
    Filling<T> filling = new Filling<>(batches);
    try {
      return source.read(filling);
    } finally {
      filling.handOver();
      batches.put(List.of());
    }
  }

  private static IOException failure(Throwable cause) {
    return switch (cause) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> new IOException(cause);
    };
  }

  /** A batch that is being filled. */
  private static final class Filling<T> implements Sink<T> {
    private final BlockingQueue<List<T>> batches;
    private List<T> batch = new ArrayList<>();
    private long bytes;

    Filling(BlockingQueue<List<T>> batches) {
      this.batches = batches;
    }

    @Override
    public void add(T each, long more) throws IOException {
      batch.add(each);
      bytes += more;
      if (bytes >= BATCH_BYTES || batch.size() >= BATCH_SIZE) {
        try {
          handOver();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("nobody takes in what is read", e);
        }
      }
    }

    void handOver() throws InterruptedException {
      if (!batch.isEmpty()) {
        batches.put(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
    }
  }
}
