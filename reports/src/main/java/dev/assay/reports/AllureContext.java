package dev.assay.reports;

import dev.assay.reports.event.RunEvent.RunStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Allure shows beside the scenarios: the run's circumstances and our words for its states. */
final class AllureContext {

  private AllureContext() {}

  static void write(Run run, Path results) throws IOException {
    Files.createDirectories(results);
    environment(run, results.resolve("environment.properties"));
    categories(results.resolve("categories.json"));
  }

  private static void environment(Run run, Path file) throws IOException {
    RunStarted started = run.started();
    Tally tally = run.tally();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("Target", started.target().name() + " " + started.target().version());
    entries.put("Endpoint", started.target().endpoint());
    entries.put(
        "Divergence",
        "%s (%d of %d)"
            .formatted(CertificateScores.percent(tally.divergence()), tally.fail(), tally.all()));
    entries.put(
        "Coverage",
        "%s (%d of %d)"
            .formatted(
                CertificateScores.percent(tally.coverage()),
                tally.pass() + tally.fail(),
                tally.all()));
    if (run.interrupted()) {
      entries.put("Complete", Interruption.sentence(run));
    }
    entries.put("Seed", Long.toString(started.seed()));
    entries.put("Command", started.commandLine());
    entries.put("Assay", started.build().version() + " (" + started.build().commit() + ")");
    entries.put("Java", started.build().javaVersion());
    StringBuilder text = new StringBuilder();
    entries.forEach(
        (name, value) -> text.append(name).append('=').append(property(value)).append('\n'));
    Files.writeString(file, text);
  }

  /** A value as {@link java.util.Properties} reads it back. */
  private static String property(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static void categories(Path file) throws IOException {
    List<Map<String, Object>> categories =
        List.of(
            category("Divergences: the store behaves otherwise than required", "failed"),
            category("Errors: could not be found out", "broken"),
            category("Unsupported: the store declines the capability", "skipped"));
    Files.writeString(file, EventJson.MAPPER.writeValueAsString(categories));
  }

  private static Map<String, Object> category(String name, String status) {
    return Map.of("name", name, "matchedStatuses", List.of(status));
  }
}
