package dev.assay.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The seed of a run, and where its reports go. */
final class ReportOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is drawn (default: a new one, which is printed).")
  private @Nullable Long seed;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Folder for the reports (default: reports in Assay's folder).")
  private @Nullable Path reports;

  long seed(Surroundings surroundings) {
    return seed != null ? seed : surroundings.seeds().getAsLong();
  }

  Path reports(Path root) {
    return reports != null ? reports.toAbsolutePath() : root.resolve("reports");
  }
}
