package dev.assay.proxy.route;

import java.util.OptionalLong;

/**
 * What the checks of one upstream have shown.
 *
 * @param healthy whether requests may go there
 * @param streak how many of the latest checks in a row spoke against {@code healthy}
 * @param latencyNanos smoothed time of the checks that passed; empty before the first
 * @param lastFailure why the latest check that failed did, the empty string if none has
 */
public record Health(boolean healthy, int streak, OptionalLong latencyNanos, String lastFailure) {
  /** Weight of a new sample in the smoothed latency, as TCP smooths its round trips (RFC 6298). */
  private static final int SMOOTHING = 8;

  /** Before the first check: healthy until enough checks say otherwise, as in Route 53. */
  public static final Health UNCHECKED = new Health(true, 0, OptionalLong.empty(), "");

  /** After one more check. */
  Health after(ProbeResult result, HealthCheck check) {
    return switch (result) {
      case ProbeResult.Passed(long nanos) -> {
        OptionalLong smoothed = OptionalLong.of(smoothed(nanos));
        yield healthy
            ? new Health(true, 0, smoothed, lastFailure)
            : turned(check.recoveryThreshold(), smoothed, lastFailure);
      }
      case ProbeResult.Failed(String reason) ->
          healthy
              ? turned(check.failureThreshold(), latencyNanos, reason)
              : new Health(false, 0, latencyNanos, reason);
    };
  }

  private Health turned(int threshold, OptionalLong latency, String failure) {
    return streak + 1 >= threshold
        ? new Health(!healthy, 0, latency, failure)
        : new Health(healthy, streak + 1, latency, failure);
  }

  private long smoothed(long sample) {
    return latencyNanos.isEmpty()
        ? sample
        : latencyNanos.getAsLong() + (sample - latencyNanos.getAsLong()) / SMOOTHING;
  }
}
