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

/**
 * The entries of one table's log within its recovery period. There is no base image: a moment is
 * reached by going back from the items as they are, so that enabling costs nothing and a table that
 * is not written takes no memory.
 */
final class TableHistory implements LogReader {
  private final Deque<Moment> moments = new ArrayDeque<>();
  private Duration period;
  private Instant latest = Instant.MIN;
  private Instant complete;

  /**
   * An entry and when it counts as written: never before the one ahead of it, whatever the clock
   * said.
   */
  record Moment(Instant time, LogEntry entry) {}

  /**
   * @param since when it begins to be told of entries
   */
  TableHistory(Duration period, Instant since) {
    this.period = period;
    this.complete = since;
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
    complete = start.isAfter(complete) ? start : complete;
    while (!moments.isEmpty() && moments.getFirst().time().isBefore(start)) {
      moments.removeFirst();
    }
  }

  /** What was written after a moment, oldest first. */
  synchronized List<Moment> after(Instant moment) {
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
    return found;
  }

  /** Every entry of this time or later is here. */
  synchronized Instant completeSince() {
    return complete;
  }

  synchronized int size() {
    return moments.size();
  }
}
