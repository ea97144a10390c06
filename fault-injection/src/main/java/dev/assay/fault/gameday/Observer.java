package dev.assay.fault.gameday;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the load second by second. */
final class Observer {
  static final long SECOND_NANOS = 1_000_000_000L;

  /** The steady state holds again once it has held for so many seconds. */
  static final int CALM_SECONDS = 3;

  private final Load load;
  private final GameDay day;
  private final long from;
  private final List<Sample> seconds = new ArrayList<>();

  Observer(Load load, GameDay day, long fromNanos) {
    this.load = load;
    this.day = day;
    this.from = fromNanos;
  }

  /** Takes the seconds that have ended by then. */
  void lookUntil(long nanos) {
    while (endOf(seconds.size()) <= nanos) {
      long begin = from + seconds.size() * SECOND_NANOS;
      seconds.add(load.sample(begin, begin + SECOND_NANOS));
    }
  }

  /** When the next second ends. */
  long nextEnd() {
    return endOf(seconds.size());
  }

  private long endOf(int second) {
    return from + (second + 1) * SECOND_NANOS;
  }

  List<Sample> seconds() {
    return List.copyOf(seconds);
  }

  /** Takes the finished seconds anew: operations in flight end late. */
  List<Sample> finalSeconds() {
    List<Sample> again = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      long begin = from + i * SECOND_NANOS;
      again.add(load.sample(begin, begin + SECOND_NANOS));
    }
    return again;
  }

  /** What ended in a stretch of time. */
  Sample over(long fromNanos, long toNanos) {
    return load.sample(fromNanos, Math.max(fromNanos + 1, toNanos));
  }

  private boolean isSteady(int second) {
    return day.isSteady(seconds.get(second));
  }

  /**
   * From when on it is steady and has not been disturbed again, not before a time; empty if that is
   * not long enough yet.
   */
  OptionalLong steadySince(long nanos) {
    int start = seconds.size();
    while (start > 0 && endOf(start - 1) > nanos && isSteady(start - 1)) {
      start--;
    }
    return seconds.size() - start < CALM_SECONDS
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(nanos, from + start * SECOND_NANOS));
  }

  /** When the first second with an error began, at or after a time. */
  static OptionalLong firstError(List<Sample> seconds, long from, long nanos) {
    for (int i = 0; i < seconds.size(); i++) {
      Sample sample = seconds.get(i);
      long end = from + (i + 1) * SECOND_NANOS;
      if (end > nanos && sample.failed() + sample.inDoubt() > 0) {
        return OptionalLong.of(Math.max(nanos, from + i * SECOND_NANOS));
      }
    }
    return OptionalLong.empty();
  }

  /**
   * When the first second had ended that was not steady, of those that began after a time or held
   * it.
   *
   * @param samples the seconds, as they stand in the end
   */
  OptionalLong firstUnsteady(List<Sample> samples, long nanos) {
    for (int i = 0; i < samples.size(); i++) {
      if (endOf(i) > nanos && !day.isSteady(samples.get(i))) {
        return OptionalLong.of(endOf(i));
      }
    }
    return OptionalLong.empty();
  }

  /** A stop condition that has been met since a time. */
  Optional<StopCondition> stopSince(long nanos) {
    for (StopCondition condition : day.stopWhen()) {
      int bad = 0;
      for (int i = 0; i < seconds.size(); i++) {
        if (from + i * SECOND_NANOS < nanos) {
          continue;
        }
        var value = seconds.get(i).of(condition.metric());
        bad = value.isPresent() && value.getAsDouble() > condition.above() ? bad + 1 : 0;
        if (bad >= condition.forSeconds()) {
          return Optional.of(condition);
        }
      }
    }
    return Optional.empty();
  }
}
