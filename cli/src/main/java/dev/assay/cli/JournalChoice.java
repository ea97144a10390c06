package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.journal.ExchangeFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal, and which of its exchanges, as options give it. */
final class JournalChoice {
  @Option(
      names = "--journal",
      required = true,
      paramLabel = "DIR",
      description = "The journal's folder, for example reports/latest/journal.")
  private Path folder = Path.of("");

  @Option(names = "--operation", paramLabel = "NAME", description = "Only of this operation.")
  private @Nullable String operation;

  @Option(names = "--table", paramLabel = "NAME", description = "Only those that name this table.")
  private @Nullable String table;

  @Option(names = "--scenario", paramLabel = "ID", description = "Only of this scenario.")
  private @Nullable String scenario;

  @Option(
      names = "--status",
      paramLabel = "400|4xx",
      description = "Only those whose client was sent this status; 0 is no answer.")
  private @Nullable String status;

  @Option(
      names = "--upstream",
      paramLabel = "NAME",
      description = "Only those that went to this upstream.")
  private @Nullable String upstream;

  @Option(
      names = "--touched-by",
      paramLabel = "RULE",
      description = "Only those that this rule put a fault upon.")
  private @Nullable String touchedBy;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only those received from then on, for example 2026-03-01T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only those received before then.")
  private @Nullable String until;

  @Option(names = "--after", paramLabel = "N", description = "Only those of a greater number.")
  private long after;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, the earliest first.")
  private @Nullable Integer limit;

  /**
   * The journal's folder.
   *
   * @throws Refusal when there is none
   */
  Path folder() {
    if (!Files.isDirectory(folder)) {
      throw Refusal.usage("--journal " + folder + " is not a folder");
    }
    return folder;
  }

  /**
   * Which of its exchanges.
   *
   * @throws Refusal naming the option that is wrong
   */
  ExchangeFilter filter() {
    ExchangeFilter filter =
        ExchangeFilter.all()
            .after(after)
            .between(nanos("--since", since, 0), nanos("--until", until, Long.MAX_VALUE));
    if (limit != null) {
      if (limit < 1) {
        throw Refusal.usage("--limit must be at least 1, was " + limit);
      }
      filter = filter.limitedTo(limit);
    }
    filter = operation == null ? filter : filter.ofOperation(operation);
    filter = table == null ? filter : filter.onTable(table);
    filter = scenario == null ? filter : filter.ofScenario(scenario);
    filter = upstream == null ? filter : filter.throughUpstream(upstream);
    filter = touchedBy == null ? filter : filter.touchedBy(touchedBy);
    try {
      return status == null ? filter : filter.withStatus(status);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--status " + e.getMessage());
    }
  }

  private static long nanos(String option, @Nullable String time, long otherwise) {
    if (time == null) {
      return otherwise;
    }
    try {
      Instant instant = Instant.parse(time);
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Refusal.usage(
          option + " must be a time such as 2026-03-01T12:00:00Z, was '" + time + "'");
    }
  }
}
