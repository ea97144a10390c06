package dev.assay.cli.bench;

import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one or more runs of load showed. */
final class Measurement {
  private static final long LONGEST_NANOS = 3_600_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram latencies = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  private long answered;
  private long errors;
  private long elapsedNanos;
  private @Nullable String firstError;

  void answer(long latencyNanos) {
    answered++;
    latencies.recordValue(Math.min(Math.max(latencyNanos, 0), LONGEST_NANOS));
  }

  /** An error's time counts as a latency too: leaving out the slowest requests would flatter. */
  void error(long latencyNanos, String reason) {
    errors++;
    latencies.recordValue(Math.min(Math.max(latencyNanos, 0), LONGEST_NANOS));
    if (firstError == null) {
      firstError = reason;
    }
  }

  void lasted(long nanos) {
    elapsedNanos += nanos;
  }

  void add(Measurement other) {
    latencies.add(other.latencies);
    answered += other.answered;
    errors += other.errors;
    elapsedNanos += other.elapsedNanos;
    if (firstError == null) {
      firstError = other.firstError;
    }
  }

  /** Requests that ended, well or not. */
  long requests() {
    return answered + errors;
  }

  /** Requests answered as they should be. */
  long answered() {
    return answered;
  }

  /** Requests that were refused, answered wrongly or not at all; a measurement with any is void. */
  long errors() {
    return errors;
  }

  Optional<String> firstError() {
    return Optional.ofNullable(firstError);
  }

  /** Right answers a second; 0 when nothing was measured. */
  double perSecond() {
    return elapsedNanos == 0 ? 0 : answered * 1e9 / elapsedNanos;
  }

  /** The latency below which that share of requests stayed, in milliseconds. */
  double millisAt(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }
}
