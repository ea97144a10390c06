package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the suite runs, and where its reports go. */
final class RunOptions {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Scenarios at once (default: by store).")
  private @Nullable Integer parallel;

  @Option(
      names = "--prefix",
      defaultValue = "assay",
      paramLabel = "TEXT",
      description = "Start of every table's name (default: ${DEFAULT-VALUE}).")
  private String prefix = "";

  @Mixin private final ReportOptions report = new ReportOptions();

  /**
   * How many scenarios at once; empty leaves it to the store.
   *
   * @throws Refusal below 1
   */
  OptionalInt parallelism() {
    if (parallel == null) {
      return OptionalInt.empty();
    }
    if (parallel < 1) {
      throw Refusal.usage("--parallel must be at least 1, was " + parallel);
    }
    return OptionalInt.of(parallel);
  }

  /**
   * What every table's name starts with.
   *
   * @throws Refusal for what no table's name may start with
   */
  String prefix() {
    if (!PREFIX.matcher(prefix).matches()) {
      throw Refusal.usage(
          "--prefix must be what table names may start with, 1 to 100 of A-Z a-z 0-9 _ . -, was '"
              + prefix
              + "'");
    }
    return prefix;
  }

  long seed(Surroundings surroundings) {
    return report.seed(surroundings);
  }

  Path reports(Path root) {
    return report.reports(root);
  }
}
