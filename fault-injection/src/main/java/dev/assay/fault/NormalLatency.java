package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Waits of a normal distribution; what falls below 0 or above 600,000 ms is moved to the bound. */
public record NormalLatency(double meanMs, double stddevMs, Side on) implements Latency {
  static final String KIND = "latency_normal";

  static NormalLatency read(JsonFields fields) {
    fields.onlyKnown("kind", "mean_ms", "stddev_ms", "on");
    return new NormalLatency(
        fields.requiredNumber("mean_ms", 0, MAX_LATENCY_MS),
        fields.requiredNumber("stddev_ms", 0, MAX_LATENCY_MS),
        Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("mean_ms", meanMs).put("stddev_ms", stddevMs);
    on.write(into);
  }

  @Override
  public long drawMs(RandomGenerator random) {
    return Latency.bounded(meanMs + stddevMs * random.nextGaussian());
  }

  @Override
  public String kind() {
    return KIND;
  }
}
