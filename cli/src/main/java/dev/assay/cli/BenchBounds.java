package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The bounds of a measurement's numbers; what is outside is refused, naming option and value. */
final class BenchBounds {
  private BenchBounds() {}

  /** A duration of a millisecond to a day. */
  static Duration seconds(String option, @Nullable Double given, double otherwise) {
    double seconds = given != null ? given : otherwise;
    if (!(seconds >= 0.001 && seconds <= 86_400)) {
      throw Refusal.usage(option + " must be between 0.001 and 86400 seconds, was " + seconds);
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** A whole number, both bounds included. */
  static int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refusal.usage(
          "%s must be between %d and %d, was %d".formatted(option, least, most, value));
    }
    return value;
  }

  /** Requests a second; empty if none are asked for. */
  static OptionalDouble rate(@Nullable Double rate) {
    if (rate == null) {
      return OptionalDouble.empty();
    }
    if (!(rate > 0 && rate <= 1_000_000)) {
      throw Refusal.usage(
          "--rate must be above 0 and at most 1000000 requests a second, was " + rate);
    }
    return OptionalDouble.of(rate);
  }
}
