package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Every wait between two bounds, both included, is as likely as any other; 0 to 600,000 ms. */
public record UniformLatency(long minMs, long maxMs, Side on) implements Latency {
  static final String KIND = "latency_uniform";

  /** Throws {@link RuleFormatException} when the bounds are the wrong way round. */
  public UniformLatency {
    if (minMs > maxMs) {
      throw new RuleFormatException(
          "fault.max_ms", "must not be less than min_ms, " + minMs + ", was " + maxMs);
    }
  }

  static UniformLatency read(JsonFields fields) {
    fields.onlyKnown("kind", "min_ms", "max_ms", "on");
    return new UniformLatency(
        fields.requiredWhole("min_ms", 0, MAX_LATENCY_MS),
        fields.requiredWhole("max_ms", 0, MAX_LATENCY_MS),
        Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("min_ms", minMs).put("max_ms", maxMs);
    on.write(into);
  }

  @Override
  public long drawMs(RandomGenerator random) {
    return random.nextLong(minMs, maxMs + 1);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
