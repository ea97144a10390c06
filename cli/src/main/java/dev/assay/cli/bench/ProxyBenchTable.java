package dev.assay.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Writes a bench of proxies for people. */
public record ProxyBenchTable(PrintWriter out, BenchSettings settings, int processors) {
  /** How the ways of Assay's own proxy are named; the first of them is the idle one. */
  public static final String OWN = "assay";

  /** Writes all that was measured. */
  public void print(ProxyBenchResult result) {
    line(
        "One engine behind all; items of %,d bytes, %d connections without pipelining, %d rounds of"
            + " %d ms in turns after %d ms of warm-up.",
        settings.itemBytes(),
        settings.connections(),
        settings.rounds(),
        settings.duration().toMillis(),
        settings.warmup().toMillis());
    line(
        "Load generator, proxies and engine share this machine's %d processors: ratios mean more"
            + " than numbers. Assay's proxy writes its journal meanwhile; HAProxy and Toxiproxy"
            + " write nothing.",
        processors);
    for (LoadResult row : result.load()) {
      line("");
      switch (row) {
        case LoadResult.LeftOut left ->
            line("%s: not measured: %s", left.workload().operation(), left.reason());
        case LoadResult.Measured measured -> print(measured);
      }
    }
    out.flush();
  }

  private void print(LoadResult.Measured row) {
    line(
        "%s: answers a second at saturation (median of rounds), processor time of the proxy's"
            + " process for a request, and latency at %,.0f req/s, from the moment at which each"
            + " request was due",
        row.workload().operation(), row.equalPerSecond());
    line(
        "%-22s%10s%10s%12s%10s%10s%12s%12s",
        "", "req/s", "of direct", "processor", "p50", "p99", "added p50", "added p99");
    LoadResult.Side direct = row.sides().getFirst();
    for (LoadResult.Side side : row.sides()) {
      line(
          "%-22s%,10.0f%10.2f%12s%10.3f%10.3f%12s%12s",
          side.title(),
          Spread.of(side.perSecond()).median(),
          Spread.ofRatios(side.perSecond(), direct.perSecond()).median(),
          side.processorMicros().isPresent()
              ? format("%.1f us", side.processorMicros().getAsDouble())
              : "-",
          side.equalLoad().millisAt(50),
          side.equalLoad().millisAt(99),
          added(side, direct, 50),
          added(side, direct, 99));
    }
    row.invalid().ifPresent(reason -> line("INVALID: %s", reason));
    ratios(row.sides());
  }

  private static String added(LoadResult.Side side, LoadResult.Side direct, double percentile) {
    return side.title().equals(direct.title())
        ? ""
        : format(
            "%+.3f",
            side.equalLoad().millisAt(percentile) - direct.equalLoad().millisAt(percentile));
  }

  private void ratios(List<LoadResult.Side> sides) {
    for (LoadResult.Side own : sides) {
      if (!own.title().startsWith(OWN)) {
        continue;
      }
      for (LoadResult.Side other : sides) {
        if (!other.title().startsWith(OWN) && !other.title().equals(sides.getFirst().title())) {
          Spread ratio = Spread.ofRatios(own.perSecond(), other.perSecond());
          line(
              "%s over %s: %.2f (%.2f to %.2f by rounds)",
              own.title(), other.title(), ratio.median(), ratio.least(), ratio.most());
        }
      }
    }
  }

  private void line(String format, Object... arguments) {
    out.println(format(format, arguments).stripTrailing());
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
