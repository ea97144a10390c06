package dev.assay.fault;

import java.util.random.RandomGenerator;

/** The request or its answer waits. */
public sealed interface Latency extends Fault
    permits AddedLatency, UniformLatency, NormalLatency, LogNormalLatency, PercentileLatency {
  /** Ten minutes: longer than any client waits. */
  long MAX_LATENCY_MS = 600_000;

  /** Which of the two waits. */
  Side on();

  /** How long this time, 0 to {@value #MAX_LATENCY_MS} ms. */
  long drawMs(RandomGenerator random);

  /** The nearest wait within the bounds. */
  static long bounded(double ms) {
    return Math.round(Math.clamp(ms, 0, MAX_LATENCY_MS));
  }
}
