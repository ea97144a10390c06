package dev.assay.engine.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records in the order of their positions: appended at the end, dropped at the beginning. */
final class RecordQueue {
  private static final int LEAST_CAPACITY = 16;

  private @Nullable StreamRecord[] ring = new StreamRecord[LEAST_CAPACITY];
  private int head;
  private int size;

  void add(StreamRecord record) {
    if (size == ring.length) {
      resize(size * 2);
    }
    ring[(head + size) & (ring.length - 1)] = record;
    size++;
  }

  @Nullable StreamRecord first() {
    return size == 0 ? null : ring[head];
  }

  void removeFirst() {
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    if (size < ring.length / 4 && ring.length > LEAST_CAPACITY) {
      resize(ring.length / 2);
    }
  }

  int size() {
    return size;
  }

  /**
   * Records from a position on.
   *
   * @param limit at most so many
   * @param limitBytes at most so many bytes together, but one record in any case
   */
  List<StreamRecord> from(long position, int limit, int limitBytes) {
    List<StreamRecord> page = new ArrayList<>();
    long bytes = 0;
    for (int i = indexOf(position); i < size && page.size() < limit; i++) {
      StreamRecord record = get(i);
      bytes += record.sizeBytes();
      if (bytes > limitBytes && !page.isEmpty()) {
        break;
      }
      page.add(record);
    }
    return page;
  }

  /** All records in their order. */
  List<StreamRecord> all() {
    return from(Long.MIN_VALUE, size, Integer.MAX_VALUE);
  }

  /** Whether any record stands at a position or after it. */
  boolean reaches(long position) {
    return size > 0 && get(size - 1).position() >= position;
  }

  private int indexOf(long position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).position() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private StreamRecord get(int index) {
    StreamRecord record = ring[(head + index) & (ring.length - 1)];
    if (record == null) {
      throw new IllegalStateException("no record at " + index + " of " + size);
    }
    return record;
  }

  private void resize(int capacity) {
    @Nullable StreamRecord[] other = Arrays.copyOfRange(ring, head, head + capacity);
    int wrapped = head + size - ring.length;
    if (wrapped > 0) {
      System.arraycopy(ring, 0, other, ring.length - head, wrapped);
    }
    ring = other;
    head = 0;
  }
}
