package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Waits with the percentiles of a table, as one that was measured; between two of its rows the wait
 * grows evenly.
 *
 * @param msByPercentile 0 to 600,000 ms by percentiles of 0 to 100; below the first row the wait is
 *     the first row's, above the last row the last's
 */
public record PercentileLatency(NavigableMap<Double, Double> msByPercentile, Side on)
    implements Latency {
  static final String KIND = "latency_percentiles";

  /** Throws {@link RuleFormatException} unless the table has rows and never falls. */
  public PercentileLatency {
    msByPercentile = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(msByPercentile));
    if (msByPercentile.isEmpty()) {
      throw new RuleFormatException("fault.percentiles", "must have at least one row, was {}");
    }
    double before = 0;
    for (Map.Entry<Double, Double> row : msByPercentile.entrySet()) {
      if (row.getValue() < before) {
        throw new RuleFormatException(
            "fault.percentiles." + JsonFields.plain(row.getKey()),
            "must not be less than the row before, "
                + JsonFields.plain(before)
                + ", was "
                + JsonFields.plain(row.getValue()));
      }
      before = row.getValue();
    }
  }

  static PercentileLatency read(JsonFields fields) {
    fields.onlyKnown("kind", "percentiles", "on");
    if (!fields.has("percentiles")) {
      throw new RuleFormatException("fault.percentiles", "must be a JSON object, was missing");
    }
    JsonFields table = fields.object("percentiles");
    NavigableMap<Double, Double> rows = new TreeMap<>();
    for (String name : table.names()) {
      rows.put(table.nameAsNumber(name, 0, 100), table.requiredNumber(name, 0, MAX_LATENCY_MS));
    }
    return new PercentileLatency(rows, Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    ObjectNode table = into.putObject("percentiles");
    msByPercentile.forEach((percentile, ms) -> table.put(JsonFields.plain(percentile), ms));
    on.write(into);
  }

  @Override
  public long drawMs(RandomGenerator random) {
    double drawn = random.nextDouble() * 100;
    Map.Entry<Double, Double> below = msByPercentile.floorEntry(drawn);
    Map.Entry<Double, Double> above = msByPercentile.higherEntry(drawn);
    if (below == null) {
      return Latency.bounded(msByPercentile.firstEntry().getValue());
    }
    if (above == null) {
      return Latency.bounded(below.getValue());
    }
    double way = (drawn - below.getKey()) / (above.getKey() - below.getKey());
    return Latency.bounded(below.getValue() + way * (above.getValue() - below.getValue()));
  }

  @Override
  public String kind() {
    return KIND;
  }
}
