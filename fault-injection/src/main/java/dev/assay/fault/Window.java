package dev.assay.fault;

import java.util.OptionalLong;

/**
 * When a rule is at work, counted from the moment at which it was put.
 *
 * @param startAfterMs it sleeps so long first
 * @param forMs then it works so long; without end when empty
 * @param periodMs and again, counted from start to start; once when empty
 */
public record Window(long startAfterMs, OptionalLong forMs, OptionalLong periodMs) {
  private static final long NANOS_PER_MS = 1_000_000;

  /** From the start and without end. */
  public static final Window ALWAYS = new Window(0, OptionalLong.empty(), OptionalLong.empty());

  /** Throws {@link RuleFormatException} when a period has no end, or one that lies beyond it. */
  public Window {
    if (periodMs.isPresent() && forMs.isEmpty()) {
      throw new RuleFormatException(
          "schedule.for_ms", "must be given where period_ms is, was missing");
    }
    if (periodMs.isPresent() && forMs.getAsLong() > periodMs.getAsLong()) {
      throw new RuleFormatException(
          "schedule.for_ms",
          "must not be more than period_ms, "
              + periodMs.getAsLong()
              + ", was "
              + forMs.getAsLong());
    }
  }

  /** Whether the rule is at work so long after it was put. */
  boolean holds(long elapsedNanos) {
    long inside = elapsedNanos - startAfterMs * NANOS_PER_MS;
    if (inside < 0) {
      return false;
    }
    if (forMs.isEmpty()) {
      return true;
    }
    long turn = periodMs.isPresent() ? inside % (periodMs.getAsLong() * NANOS_PER_MS) : inside;
    return turn < forMs.getAsLong() * NANOS_PER_MS;
  }
}
