package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.engine.zone.ReplicationMode;
import dev.assay.engine.zone.ReplicationSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How the reference engine's replicas in the availability zones behave. */
final class Replicas {
  private static final long BYTES_PER_MB = 1024 * 1024;

  @Option(
      names = "--replication",
      defaultValue = "instant",
      paramLabel = "MODE",
      description =
          "instant: no read is stale; faithful: replicas and global indexes lag by milliseconds;"
              + " adversarial: by as much as they may (default: ${DEFAULT-VALUE}).")
  private String mode = "";

  @Option(
      names = "--replication-seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seed of lags, leaders and choices of replicas (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--mean-lag-ms",
      defaultValue = "10",
      paramLabel = "N",
      description = "Mean lag where replication is faithful (default: ${DEFAULT-VALUE}).")
  private long meanLagMs;

  @Option(
      names = "--most-lag-ms",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Longest lag of a replica (default: ${DEFAULT-VALUE}).")
  private long mostLagMs;

  @Option(
      names = "--most-index-lag-ms",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Longest lag of a global index (default: ${DEFAULT-VALUE}).")
  private long mostIndexLagMs;

  @Option(
      names = "--detection-ms",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "From the loss of a zone to other leaders for its partitions (default:"
              + " ${DEFAULT-VALUE}).")
  private long detectionMs;

  @Option(
      names = "--catch-up-per-second",
      defaultValue = "10000",
      paramLabel = "N",
      description =
          "Writes of a partition that a zone applies in a second once it is back (default:"
              + " ${DEFAULT-VALUE}).")
  private long catchUpPerSecond;

  @Option(
      names = "--partition-mb",
      defaultValue = "10240",
      paramLabel = "N",
      description = "Size at which a partition splits (default: ${DEFAULT-VALUE}).")
  private long partitionMb;

  /**
   * The settings that were asked for.
   *
   * @throws Refusal for a value that is none
   */
  ReplicationSettings settings() {
    return ReplicationSettings.defaults()
        .withMode(mode())
        .withSeed(seed)
        .withLags(
            milliseconds("--mean-lag-ms", meanLagMs),
            milliseconds("--most-lag-ms", mostLagMs),
            milliseconds("--most-index-lag-ms", mostIndexLagMs))
        .withDetection(milliseconds("--detection-ms", detectionMs))
        .withCatchUpPerSecond(atLeastOne("--catch-up-per-second", catchUpPerSecond))
        .withPartitionBytes(atLeastOne("--partition-mb", partitionMb) * BYTES_PER_MB);
  }

  private ReplicationMode mode() {
    return Arrays.stream(ReplicationMode.values())
        .filter(each -> label(each).equals(mode))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no replication '"
                        + mode
                        + "'"
                        + Suggestion.forUnknown(
                            mode,
                            Arrays.stream(ReplicationMode.values())
                                .map(Replicas::label)
                                .toList())));
  }

  private static String label(ReplicationMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static Duration milliseconds(String option, long value) {
    if (value < 0) {
      throw Refusal.usage(option + " must not be negative, was " + value);
    }
    return Duration.ofMillis(value);
  }

  private static long atLeastOne(String option, long value) {
    if (value < 1 || value > Long.MAX_VALUE / BYTES_PER_MB) {
      throw Refusal.usage(option + " must be at least 1, was " + value);
    }
    return value;
  }
}
