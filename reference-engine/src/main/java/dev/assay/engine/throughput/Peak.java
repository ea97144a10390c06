package dev.assay.engine.throughput;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The previous peak of an on-demand table: the most that it used in any second, seen only when half
 * an hour has passed since. Twice as much it serves at once (Developer Guide, on-demand capacity
 * mode: scaling properties). Not safe for use by several threads.
 */
final class Peak {
  static final Duration DELAY = Duration.ofMinutes(30);

  private record Height(Instant at, double units) {}

  /** Seconds that were higher than all after them; older and higher ones first. */
  private final Deque<Height> recent = new ArrayDeque<>();

  private double settled;
  private Instant second = Instant.MIN;
  private double inSecond;

  /** Counts use. */
  void use(double units, Instant now) {
    Instant thisSecond = now.truncatedTo(ChronoUnit.SECONDS);
    if (thisSecond.isAfter(second)) {
      close();
      second = thisSecond;
      inSecond = 0;
    }
    inSecond += units;
  }

  private void close() {
    if (inSecond == 0) {
      return;
    }
    while (!recent.isEmpty() && recent.getLast().units() <= inSecond) {
      recent.removeLast();
    }
    recent.addLast(new Height(second, inSecond));
  }

  /** The peak as it is known at a time, in units a second. */
  double units(Instant now) {
    while (!recent.isEmpty() && !recent.getFirst().at().plus(DELAY).isAfter(now)) {
      settled = Math.max(settled, recent.removeFirst().units());
    }
    return settled;
  }
}
