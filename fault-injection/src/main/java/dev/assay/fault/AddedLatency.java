package dev.assay.fault;

/**
 * The request waits before the store sees it.
 *
 * @param latencyMs milliseconds added, 0 to {@value #MAX_LATENCY_MS}
 */
public record AddedLatency(long latencyMs) implements Fault {
  /** Ten minutes: longer than any client waits. */
  public static final long MAX_LATENCY_MS = 600_000;

  static final String KIND = "latency";

  /** Throws {@link RuleFormatException} when out of bounds. */
  public AddedLatency {
    if (latencyMs < 0 || latencyMs > MAX_LATENCY_MS) {
      throw new RuleFormatException(
          "fault.latency_ms",
          "must be a number between 0 and " + MAX_LATENCY_MS + ", was " + latencyMs);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }
}
