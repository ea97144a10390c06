package dev.assay.cli.gameday;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What several game days came to, one a line. */
final class DayTable {
  private static final String FORM = "%-28s  %-11s  %8s  %5s  %5s  %5s  %8s%n";

  private final List<List<String>> lines = new ArrayList<>();

  /**
   * What a game day measured; empty where nobody knows.
   *
   * @param lost acknowledged or read writes that the final reads miss
   */
  record Measures(
      OptionalDouble rtoSeconds,
      OptionalDouble lost,
      OptionalDouble duplicates,
      OptionalDouble stale,
      Duration lasted) {}

  /** One that did not run. */
  void add(String name, String verdict) {
    lines.add(List.of(name, verdict, "-", "-", "-", "-", "-"));
  }

  void add(String name, String verdict, Measures measures) {
    lines.add(
        List.of(
            name,
            verdict,
            seconds(measures.rtoSeconds()),
            count(measures.lost()),
            count(measures.duplicates()),
            count(measures.stale()),
            "%.1f s".formatted(measures.lasted().toMillis() / 1000.0)));
  }

  private static String seconds(OptionalDouble value) {
    return value.isPresent() ? "%.1f s".formatted(value.getAsDouble()) : "-";
  }

  private static String count(OptionalDouble value) {
    return value.isPresent() ? "%.0f".formatted(value.getAsDouble()) : "-";
  }

  void print(PrintWriter out) {
    out.println();
    out.printf(FORM, "game day", "verdict", "RTO", "lost", "twice", "stale", "lasted");
    lines.forEach(line -> out.printf(FORM, line.toArray()));
    out.flush();
  }
}
