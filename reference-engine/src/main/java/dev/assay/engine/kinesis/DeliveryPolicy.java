package dev.assay.engine.kinesis;

import java.time.Duration;

/**
 * How patient delivery is.
 *
 * @param queueBytes what the changes that wait for one destination may take; when more come, the
 *     oldest are given up
 * @param firstBackoff pause after a failure; it doubles with each further one
 * @param longestBackoff the longest pause
 * @param probes how often an unreachable stream is asked for before the destination fails
 * @param timeout how long one request may take
 */
public record DeliveryPolicy(
    long queueBytes, Duration firstBackoff, Duration longestBackoff, int probes, Duration timeout) {

  /** Never less than this many bytes, however small the heap. */
  private static final long LEAST_QUEUE_BYTES = 16L << 20;

  /** A 32nd of the heap, pauses from 100 ms to 30 s, three probes, ten seconds a request. */
  public static DeliveryPolicy defaults() {
    return new DeliveryPolicy(
        Math.max(LEAST_QUEUE_BYTES, Runtime.getRuntime().maxMemory() / 32),
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        3,
        Duration.ofSeconds(10));
  }

  /**
   * The pause after so many failures in a row.
   *
   * @param failures at least 1
   */
  Duration backoff(int failures) {
    Duration pause = firstBackoff.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(longestBackoff) > 0 ? longestBackoff : pause;
  }
}
