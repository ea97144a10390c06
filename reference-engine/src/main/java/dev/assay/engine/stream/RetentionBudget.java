package dev.assay.engine.stream;

import java.util.concurrent.atomic.AtomicLong;

/** What the records of all streams of a region take, and what they may take, in bytes. */
final class RetentionBudget {
  private final AtomicLong used = new AtomicLong();
  private final long limit;

  RetentionBudget(long limit) {
    this.limit = limit;
  }

  void add(StreamRecord record) {
    used.addAndGet(record.retainedBytes());
  }

  void remove(StreamRecord record) {
    used.addAndGet(-record.retainedBytes());
  }

  boolean isExceeded() {
    return used.get() > limit;
  }

  long used() {
    return used.get();
  }
}
