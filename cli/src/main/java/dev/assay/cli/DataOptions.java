package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.engine.disk.DataSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether an engine keeps its data on disk, and how safe a write is when it is answered. */
final class DataOptions {
  private static final int MOST_BATCH_MILLIS = 1_000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep all data in this folder, which is made if need be; without it data is in memory and"
              + " gone with the process.")
  private @Nullable Path folder;

  @Option(
      names = "--sync",
      paramLabel = "WHEN",
      description =
          "What an answer waits for with --data: os, that the operating system has the write (it"
              + " survives the end of the process, not a loss of power); batch, that it is on the"
              + " disk, with others of the next milliseconds; every, that it is on the disk as soon"
              + " as the disk can (default: os).")
  private @Nullable String sync;

  @Option(
      names = "--sync-batch-millis",
      paramLabel = "N",
      description = "How long --sync batch gathers writes (default: 2).")
  private @Nullable Integer batchMillis;

  /**
   * What was asked for; null if the data is to be in memory.
   *
   * @throws Refusal if it makes no sense
   */
  @Nullable DataSettings settings() {
    if (folder == null) {
      if (sync != null || batchMillis != null) {
        throw Refusal.usage("--sync and --sync-batch-millis need --data");
      }
      return null;
    }
    if (folder.toString().isBlank()) {
      throw Refusal.usage("--data must name a folder");
    }
    DataSettings settings = DataSettings.in(folder.toAbsolutePath().normalize());
    if (sync != null) {
      settings = settings.withSync(named(sync));
    }
    if (batchMillis == null) {
      return settings;
    }
    if (settings.sync() != DataSettings.Sync.BATCH) {
      throw Refusal.usage("--sync-batch-millis needs --sync batch");
    }
    if (batchMillis < 1 || batchMillis > MOST_BATCH_MILLIS) {
      throw Refusal.usage(
          "--sync-batch-millis must be between 1 and "
              + MOST_BATCH_MILLIS
              + ", was "
              + batchMillis);
    }
    return settings.withBatch(Duration.ofMillis(batchMillis));
  }

  private static DataSettings.Sync named(String name) {
    return Arrays.stream(DataSettings.Sync.values())
        .filter(each -> label(each).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "--sync must be os, batch or every, was '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name,
                            Arrays.stream(DataSettings.Sync.values())
                                .map(DataOptions::label)
                                .toList())));
  }

  private static String label(DataSettings.Sync sync) {
    return sync.name().toLowerCase(Locale.ROOT);
  }

  /** Where the data is, for the sentence that says that the engine is there. */
  String place() {
    return folder == null ? "in memory" : "data in " + folder;
  }
}
