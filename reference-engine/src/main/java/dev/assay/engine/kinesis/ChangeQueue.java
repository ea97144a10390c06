package dev.assay.engine.kinesis;

import dev.assay.engine.stream.StreamRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes that wait to be sent, in the order of the log; only so many of them. */
final class ChangeQueue {
  /** What PutRecords takes at once. */
  private static final int BATCH_RECORDS = 500;

  private static final int BATCH_BYTES = 5 << 20;

  private final ArrayDeque<StreamRecord> waiting = new ArrayDeque<>();
  private final long limitBytes;
  private long waitingBytes;
  private long givenUp;

  ChangeQueue(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /**
   * What is sent together.
   *
   * @param upTo the position of the last of them
   */
  record Batch(List<Change> changes, long upTo) {}

  synchronized void add(StreamRecord record) {
    waiting.addLast(record);
    waitingBytes += record.retainedBytes();
    while (waitingBytes > limitBytes && waiting.size() > 1) {
      take();
      givenUp++;
    }
  }

  private StreamRecord take() {
    StreamRecord first = waiting.removeFirst();
    waitingBytes -= first.retainedBytes();
    return first;
  }

  /**
   * Takes changes to be sent together: no two of one item, because a data stream may take the
   * second and not the first.
   *
   * @param present turns a record into what is sent of it
   */
  Batch batch(Function<StreamRecord, byte[]> present) {
    List<StreamRecord> records = records();
    List<Change> changes = new ArrayList<>(records.size());
    for (StreamRecord record : records) {
      changes.add(new Change(PartitionKey.of(record.keys()), present.apply(record)));
    }
    return new Batch(changes, records.isEmpty() ? 0 : records.getLast().position());
  }

  private synchronized List<StreamRecord> records() {
    List<StreamRecord> batch = new ArrayList<>();
    Set<Object> items = new HashSet<>();
    long bytes = 0;
    StreamRecord next = waiting.peekFirst();
    while (next != null && batch.size() < BATCH_RECORDS) {
      // JSON of numbers and binaries in base 64 is longer than the item as it is counted.
      bytes += 4L * next.sizeBytes();
      if (!items.add(next.keys()) || (bytes > BATCH_BYTES && !batch.isEmpty())) {
        break;
      }
      batch.add(take());
      next = waiting.peekFirst();
    }
    return batch;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The time of the one that is next; null if none is. */
  synchronized @Nullable Instant next() {
    StreamRecord first = waiting.peekFirst();
    return first == null ? null : first.time();
  }

  /** How many changes had to make room. */
  synchronized long givenUp() {
    return givenUp;
  }
}
