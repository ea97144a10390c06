package dev.assay.engine.recovery;

import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest entries of one table's log. There is no base image: a moment is reached by going back
 * from the items as they are, so that enabling costs nothing and a table that is not written takes
 * no memory. What is here and what came before is told by position, never by time: clocks are set
 * back.
 */
final class TableHistory implements LogReader {
  private final Deque<Moment> moments = new ArrayDeque<>();
  private Duration period;
  private long upTo;
  private Instant latest;

  /** When the last entry that is not here counts as written; null if there is none. */
  private @Nullable Instant missing;

  /**
   * An entry and when it counts as written: never before the one ahead of it, whatever the clock
   * said.
   */
  record Moment(Instant time, LogEntry entry) {}

  /**
   * What was written after a moment.
   *
   * @param upTo the position up to which entries are looked for elsewhere; 0 if all are here
   * @param moments those after that position, oldest first
   */
  record Later(long upTo, List<Moment> moments) {}

  private TableHistory(Duration period, long upTo, @Nullable Instant missing) {
    this.period = period;
    this.upTo = upTo;
    this.missing = missing;
    this.latest = missing == null ? Instant.MIN : missing;
  }

  /**
   * Of a table that can be restored from now on.
   *
   * @param position of the last entry before
   */
  static TableHistory beginning(Duration period, long position) {
    return new TableHistory(period, position, null);
  }

  /**
   * Of a table whose earlier entries are on disk.
   *
   * @param position of the last of these
   * @param newest of the times of all that was written before
   */
  static TableHistory continuing(Duration period, long position, Instant newest) {
    return new TableHistory(period, position, newest);
  }

  synchronized void period(Duration newPeriod) {
    period = newPeriod;
  }

  @Override
  public synchronized void accept(LogEntry entry) {
    latest = entry.time().isAfter(latest) ? entry.time() : latest;
    moments.addLast(new Moment(latest, entry));
    prune(latest);
  }

  /** Forgets what was written before the recovery period that ends at {@code now}. */
  synchronized void prune(Instant now) {
    Instant start = now.minus(period);
    while (!moments.isEmpty() && moments.getFirst().time().isBefore(start)) {
      Moment oldest = moments.removeFirst();
      upTo = oldest.entry().index();
      missing = oldest.time();
    }
  }

  /** What was written after a moment. */
  synchronized Later after(Instant moment) {
    if (missing != null && missing.isAfter(moment)) {
      return new Later(upTo, List.copyOf(moments));
    }
    List<Moment> found = new ArrayList<>();
    Iterator<Moment> newestFirst = moments.descendingIterator();
    while (newestFirst.hasNext()) {
      Moment next = newestFirst.next();
      if (!next.time().isAfter(moment)) {
        break;
      }
      found.add(next);
    }
    Collections.reverse(found);
    return new Later(0, found);
  }

  /** When the last entry counts as written; long ago if there is none. */
  synchronized Instant latest() {
    return latest;
  }

  synchronized int size() {
    return moments.size();
  }
}
