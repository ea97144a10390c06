package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long the reference engine's tables and indexes stay in their passing states. */
final class Lifecycles {
  @Option(
      names = "--creating-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a new table is CREATING (default: ${DEFAULT-VALUE}).")
  private long creatingMs;

  @Option(
      names = "--updating-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a changed table is UPDATING (default: ${DEFAULT-VALUE}).")
  private long updatingMs;

  @Option(
      names = "--deleting-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a table or an index is DELETING (default: ${DEFAULT-VALUE}).")
  private long deletingMs;

  @Option(
      names = "--backfilling-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a new index of a live table backfills (default: ${DEFAULT-VALUE}).")
  private long backfillingMs;

  @Option(
      names = "--serving-ms",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How long an ACTIVE vector index cannot be searched yet (default: ${DEFAULT-VALUE}).")
  private long servingMs;

  @Option(
      names = "--ttl-pause-seconds",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How long after a switch of time to live another is refused; the service has 3600"
              + " (default: ${DEFAULT-VALUE}).")
  private long ttlPauseSeconds;

  @Option(
      names = "--source-replica-pause-seconds",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How long after a table was copied to a new replica it cannot be deleted while it has"
              + " replicas; the service has 86400 (default: ${DEFAULT-VALUE}).")
  private long sourceReplicaPauseSeconds;

  /**
   * The durations that were asked for.
   *
   * @throws Refusal for a negative one
   */
  TableTransitions transitions() {
    return new TableTransitions(
        milliseconds("--creating-ms", creatingMs),
        milliseconds("--updating-ms", updatingMs),
        milliseconds("--deleting-ms", deletingMs),
        milliseconds("--backfilling-ms", backfillingMs),
        milliseconds("--serving-ms", servingMs),
        Duration.ofSeconds(notNegative("--ttl-pause-seconds", ttlPauseSeconds)),
        Duration.ofSeconds(
            notNegative("--source-replica-pause-seconds", sourceReplicaPauseSeconds)));
  }

  private static Duration milliseconds(String option, long value) {
    return Duration.ofMillis(notNegative(option, value));
  }

  private static long notNegative(String option, long value) {
    if (value < 0) {
      throw Refusal.usage(option + " must not be negative, was " + value);
    }
    return value;
  }
}
