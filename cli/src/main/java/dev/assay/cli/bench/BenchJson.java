package dev.assay.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a result for programs. Names end in their units. */
public record BenchJson(BenchSettings settings, int processors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Writes the file, over an older one.
   *
   * @param command the command line, for whoever finds the file
   */
  public void write(BenchResult result, String command, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", command);
    root.put("valid", result.isValid());
    root.put("processors", processors);
    root.put("connections", settings.connections());
    root.put("item_bytes", settings.itemBytes());
    root.put("rounds", settings.rounds());
    root.put("duration_ms", settings.duration().toMillis());
    root.put("warmup_ms", settings.warmup().toMillis());
    root.put("through_proxy", settings.throughProxy());
    root.put("seed", settings.seed());
    result.titles().forEach(root.putArray("stores")::add);
    ArrayNode startup = root.putArray("startup");
    result.startup().forEach(row -> add(startup.addObject(), row));
    ArrayNode load = root.putArray("load");
    result.load().forEach(row -> add(load.addObject(), row));
    ArrayNode memory = root.putArray("memory");
    result.memory().forEach(row -> add(memory.addObject(), row));
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  private static void add(ObjectNode node, StartupPart.Result row) {
    node.put("store", row.title()).put("starts", row.starts());
    node.put("median_ms", row.millis().median())
        .put("least_ms", row.millis().least())
        .put("most_ms", row.millis().most());
  }

  private static void add(ObjectNode node, LoadResult row) {
    node.put("operation", row.workload().operation());
    switch (row) {
      case LoadResult.LeftOut left -> node.put("left_out", left.reason());
      case LoadResult.Measured measured -> {
        measured.invalid().ifPresent(reason -> node.put("invalid", reason));
        measured
            .ratio()
            .ifPresent(
                ratio ->
                    node.putObject("throughput_ratio")
                        .put("median", ratio.median())
                        .put("least", ratio.least())
                        .put("most", ratio.most()));
        node.put("equal_load_per_second", measured.equalPerSecond());
        ArrayNode sides = node.putArray("stores");
        measured.sides().forEach(side -> add(sides.addObject(), side));
      }
    }
  }

  private static void add(ObjectNode node, LoadResult.Side side) {
    node.put("store", side.title());
    ArrayNode rounds = node.putArray("saturation_per_second");
    side.perSecond().forEach(rounds::add);
    node.put("requests", side.saturation().requests() + side.equalLoad().requests());
    node.put("errors", side.saturation().errors() + side.equalLoad().errors());
    side.processorMicros().ifPresent(micros -> node.put("processor_us_per_request", micros));
    percentiles(node.putObject("saturation_latency_ms"), side.saturation());
    percentiles(node.putObject("equal_load_latency_ms"), side.equalLoad());
  }

  private static void percentiles(ObjectNode node, Measurement measured) {
    for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
      node.put(
          percentile == 100 ? "max" : "p" + Double.toString(percentile).replaceFirst("\\.0$", ""),
          measured.millisAt(percentile));
    }
  }

  private static void add(ObjectNode node, MemoryPart.Result row) {
    node.put("store", row.title())
        .put("items", row.items())
        .put("items_per_second", row.itemsPerSecond());
    add(node.putObject("started"), row.started());
    add(node.putObject("filled"), row.filled());
  }

  private static void add(ObjectNode node, MemoryPart.Footprint footprint) {
    footprint.residentBytes().ifPresent(bytes -> node.put("resident_bytes", bytes));
    footprint.heapBytes().ifPresent(bytes -> node.put("heap_bytes", bytes));
  }
}
