package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/**
 * Always the same wait.
 *
 * @param latencyMs milliseconds added, 0 to 600,000
 */
public record AddedLatency(long latencyMs, Side on) implements Latency {
  static final String KIND = "latency";

  /** Throws {@link RuleFormatException} when out of bounds. */
  public AddedLatency {
    if (latencyMs < 0 || latencyMs > MAX_LATENCY_MS) {
      throw new RuleFormatException(
          "fault.latency_ms",
          "must be a number between 0 and " + MAX_LATENCY_MS + ", was " + latencyMs);
    }
  }

  /** A wait before the store sees the request. */
  public AddedLatency(long latencyMs) {
    this(latencyMs, Side.REQUEST);
  }

  static AddedLatency read(JsonFields fields) {
    fields.onlyKnown("kind", "latency_ms", "on");
    return new AddedLatency(
        fields.requiredWhole("latency_ms", 0, MAX_LATENCY_MS), Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("latency_ms", latencyMs);
    on.write(into);
  }

  @Override
  public long drawMs(RandomGenerator random) {
    return latencyMs;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
