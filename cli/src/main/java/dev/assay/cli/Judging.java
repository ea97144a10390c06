package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.features.checker.Checker;
import dev.assay.features.checker.CheckerOptions;
import dev.assay.features.checker.Checkers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How strictly histories are judged. */
final class Judging {
  @Option(
      names = "--all-reads",
      description = "Hold eventual reads to the promises of strong ones.")
  private boolean allReads;

  @Option(
      names = "--no-realtime",
      description = "Transactions need some serial order, not that of real time.")
  private boolean noRealtime;

  @Option(
      names = "--staleness-ms",
      paramLabel = "N",
      description = "How old an eventual read may be (default: measured, not judged).")
  private @Nullable Long stalenessMillis;

  @Option(
      names = "--versions-behind",
      paramLabel = "N",
      description = "How many newer writes an eventual read may miss (default: measured only).")
  private @Nullable Long versions;

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Configurations that a search may try for one key before it says unknown"
              + " (default: ${DEFAULT-VALUE}).")
  private int budget;

  /**
   * As the options say.
   *
   * @throws Refusal for a bound below zero
   */
  CheckerOptions options() {
    CheckerOptions options =
        CheckerOptions.defaults()
            .withAllReads(allReads)
            .withStrict(!noRealtime)
            .withBudget((int) atLeast("--budget", budget, 1));
    if (stalenessMillis != null) {
      options =
          options.withStaleness(Duration.ofMillis(atLeast("--staleness-ms", stalenessMillis, 0)));
    }
    return versions == null
        ? options
        : options.withVersions(atLeast("--versions-behind", versions, 0));
  }

  static long atLeast(String option, long value, long least) {
    if (value < least) {
      throw Refusal.usage(option + " must be at least " + least + ", was " + value);
    }
    return value;
  }

  /**
   * The checker of that name.
   *
   * @throws Refusal when there is none
   */
  static Checker named(String name) {
    return Checkers.named(name)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no checker '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name, Checkers.all().stream().map(Checker::name).toList())));
  }
}
