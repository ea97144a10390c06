package dev.assay.engine.disk;

import dev.assay.engine.durable.Safety;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Holds answers back until what they tell of is on the disk. One thread syncs, for all who wait at
 * that moment: no event loop ever waits for the disk.
 */
final class SyncGate implements Safety, AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final DiskLog log;
  private final long batchNanos;
  private final Thread thread;
  private volatile long synced;
  private volatile boolean failed;
  private volatile boolean closed;

  private record Waiting(long number, Consumer<Boolean> then) {}

  /**
   * @param batch how long writes are gathered before they are synced; zero for not at all
   */
  SyncGate(DiskLog log, Duration batch) {
    this.log = log;
    this.batchNanos = batch.toNanos();
    this.synced = log.last();
    this.thread = new Thread(this::run, "engine-sync");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean isSafe() {
    return synced >= log.last();
  }

  @Override
  public void whenSafe(Consumer<Boolean> then) {
    lock.lock();
    try {
      waiting.add(new Waiting(log.last(), then));
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closed) {
      try {
        if (await()) {
          sync();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean await() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        work.await();
      }
      long left = batchNanos;
      while (left > 0 && !closed) {
        left = work.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void sync() {
    long upTo = synced;
    try {
      if (!failed) {
        upTo = log.sync();
      }
    } catch (IOException e) {
      failed = true;
      log.broke("syncing failed: " + e.getMessage());
    }
    List<Waiting> done = new ArrayList<>();
    lock.lock();
    try {
      synced = Math.max(synced, upTo);
      while (!waiting.isEmpty() && (failed || waiting.peek().number <= synced)) {
        done.add(waiting.remove());
      }
    } finally {
      lock.unlock();
    }
    done.forEach(each -> each.then.accept(each.number <= synced));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sync();
  }
}
