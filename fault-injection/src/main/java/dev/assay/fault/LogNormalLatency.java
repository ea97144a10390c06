package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/**
 * Waits whose logarithm is normal, which is how the latencies of services look: most near the
 * median, a few far above it.
 *
 * @param medianMs half of all waits are shorter
 * @param sigma standard deviation of the natural logarithm, 0 to 10: with 1, one wait in twenty is
 *     more than five times the median
 */
public record LogNormalLatency(double medianMs, double sigma, Side on) implements Latency {
  static final String KIND = "latency_log_normal";

  static LogNormalLatency read(JsonFields fields) {
    fields.onlyKnown("kind", "median_ms", "sigma", "on");
    return new LogNormalLatency(
        fields.requiredNumber("median_ms", 0, MAX_LATENCY_MS),
        fields.requiredNumber("sigma", 0, 10),
        Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("median_ms", medianMs).put("sigma", sigma);
    on.write(into);
  }

  @Override
  public long drawMs(RandomGenerator random) {
    return Latency.bounded(medianMs * Math.exp(sigma * random.nextGaussian()));
  }

  @Override
  public String kind() {
    return KIND;
  }
}
