package dev.assay.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Writes a result for people. */
public record BenchTable(PrintWriter out, BenchSettings settings, int processors) {
  private static final double[] PERCENTILES = {50, 99, 99.9};

  /** Writes all that was measured. */
  public void print(BenchResult result) {
    conditions();
    if (!result.load().isEmpty()) {
      throughput(result);
      processor(result);
      latency(result);
    }
    startup(result.startup());
    memory(result.memory());
    out.flush();
  }

  private void conditions() {
    line(
        "Items of %,d bytes, %d connections without pipelining, %d rounds of %s s in turns after %s"
            + " s of warm-up%s.",
        settings.itemBytes(),
        settings.connections(),
        settings.rounds(),
        seconds(settings.duration().toMillis()),
        seconds(settings.warmup().toMillis()),
        settings.throughProxy() ? ", through the proxy" : "");
    line(
        "The load generator (one thread) and the stores share this machine's %d processors: ratios"
            + " mean more than numbers.",
        processors);
  }

  private void throughput(BenchResult result) {
    line("");
    line("Throughput at saturation: right answers a second (median of rounds)");
    line("%-20s%s%s", "", heads(result), result.titles().size() > 1 ? "  by rounds" : "");
    for (LoadResult row : result.load()) {
      switch (row) {
        case LoadResult.LeftOut left ->
            line("%-20s not measured: %s", left.workload().operation(), left.reason());
        case LoadResult.Measured measured -> throughput(measured);
      }
    }
  }

  private void throughput(LoadResult.Measured row) {
    StringBuilder text = new StringBuilder("%-20s".formatted(row.workload().operation()));
    row.sides()
        .forEach(side -> text.append(format("%,16.0f", Spread.of(side.perSecond()).median())));
    row.ratio()
        .ifPresent(
            ratio ->
                text.append(
                    format("%9.2fx  %.2f to %.2f", ratio.median(), ratio.least(), ratio.most())));
    line("%s%s", text, row.invalid().map(reason -> "  INVALID: " + reason).orElse(""));
  }

  private void processor(BenchResult result) {
    line("");
    line(
        "Processor time of the store's process for a request at saturation, in microseconds: other"
            + " work on the machine hardly changes it");
    line("%-20s%s", "", heads(result));
    for (LoadResult row : result.load()) {
      if (row instanceof LoadResult.Measured measured) {
        StringBuilder text = new StringBuilder("%-20s".formatted(row.workload().operation()));
        for (LoadResult.Side side : measured.sides()) {
          text.append(
              side.processorMicros().isPresent()
                  ? format("%,16.1f", side.processorMicros().getAsDouble())
                  : "%16s".formatted("-"));
        }
        measured.processorRatio().ifPresent(ratio -> text.append(format("%9.2fx", ratio)));
        line("%s", text);
      }
    }
  }

  private static String heads(BenchResult result) {
    StringBuilder head = new StringBuilder();
    result.titles().forEach(title -> head.append(" %15s".formatted(title)));
    return result.titles().size() > 1 ? head + "%10s".formatted("ratio") : head.toString();
  }

  private void latency(BenchResult result) {
    List<LoadResult.Measured> rows =
        result.load().stream()
            .filter(LoadResult.Measured.class::isInstance)
            .map(LoadResult.Measured.class::cast)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line("Latency at equal load, from the moment at which each request was due, in ms");
    line("%-20s%10s  %-18s%10s%10s%10s", "", "at req/s", "", "p50", "p99", "p99.9");
    for (LoadResult.Measured row : rows) {
      String name = format("%-20s%,10.0f", row.workload().operation(), row.equalPerSecond());
      for (LoadResult.Side side : row.sides()) {
        StringBuilder text = new StringBuilder("%-30s  %-18s".formatted(name, side.title()));
        for (double percentile : PERCENTILES) {
          text.append(format("%10.2f", side.equalLoad().millisAt(percentile)));
        }
        line("%s", text);
        name = "";
      }
    }
  }

  private void startup(List<StartupPart.Result> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line("Cold start: from the start of the command to the first answered ListTables, in ms");
    line("%-20s%10s%10s%10s%8s", "", "median", "least", "most", "starts");
    for (StartupPart.Result row : rows) {
      line(
          "%-20s%10.0f%10.0f%10.0f%8d",
          row.title(),
          row.millis().median(),
          row.millis().least(),
          row.millis().most(),
          row.starts());
    }
    if (rows.size() == 2) {
      line("%-20s%9.2fx", "ratio", rows.get(0).millis().median() / rows.get(1).millis().median());
    }
  }

  private void memory(List<MemoryPart.Result> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line("Memory in MB: resident, and Java heap after a collection");
    line(
        "%-20s%10s%10s%12s%12s%10s%10s",
        "", "started", "heap", "items", "items/s", "resident", "heap");
    for (MemoryPart.Result row : rows) {
      line(
          "%-20s%10s%10s%,12d%,12.0f%10s%10s",
          row.title(),
          megabytes(row.started().residentBytes()),
          megabytes(row.started().heapBytes()),
          row.items(),
          row.itemsPerSecond(),
          megabytes(row.filled().residentBytes()),
          megabytes(row.filled().heapBytes()));
    }
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(Math.round(bytes.getAsLong() / 1e6)) : "-";
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0 ? Long.toString(millis / 1000) : format("%.1f", millis / 1e3);
  }

  private void line(String format, Object... arguments) {
    out.println(format(format, arguments).stripTrailing());
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
