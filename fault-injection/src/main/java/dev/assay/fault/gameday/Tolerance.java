package dev.assay.fault.gameday;

import java.util.OptionalDouble;

/**
 * A bound that a metric keeps to; at least one side is given.
 *
 * @param atLeast the least that is tolerated
 * @param atMost the most that is tolerated
 */
public record Tolerance(Metric metric, OptionalDouble atLeast, OptionalDouble atMost) {

  /** Whether a measured value is within it; what could not be measured is not. */
  public boolean holds(OptionalDouble measured) {
    return measured.isPresent()
        && (atLeast.isEmpty() || measured.getAsDouble() >= atLeast.getAsDouble())
        && (atMost.isEmpty() || measured.getAsDouble() <= atMost.getAsDouble());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(metric.word());
    atLeast.ifPresent(bound -> text.append(" at least ").append(Numbers.text(bound)));
    atMost.ifPresent(
        bound ->
            text.append(atLeast.isPresent() ? " and" : "")
                .append(" at most ")
                .append(Numbers.text(bound)));
    return text.toString();
  }
}
