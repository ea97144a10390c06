package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.objects.FolderStore;
import dev.assay.engine.objects.S3Settings;
import dev.assay.engine.objects.S3Store;
import dev.assay.engine.recovery.JobDurations;
import dev.assay.engine.recovery.RecoverySettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the reference engine backs up and restores, and where it exports to and imports from. */
final class RecoveryOptions {
  private static final String AWS = "aws";

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description =
          "S3 server that exports go to and imports come from, or 'aws' for AWS itself;"
              + " credentials come from the environment or a profile. Without it buckets are"
              + " folders (--s3-folder).")
  private @Nullable String s3Endpoint;

  @Option(
      names = "--s3-region",
      defaultValue = "us-east-1",
      paramLabel = "NAME",
      description = "Region that requests to S3 are signed for (default: ${DEFAULT-VALUE}).")
  private String s3Region = "";

  @Option(
      names = "--s3-folder",
      paramLabel = "DIR",
      description =
          "Folder whose subfolders are buckets; exports make theirs (default: s3 in the folder of"
              + " --data; without that, assay-s3 in the system's temporary folder).")
  private @Nullable Path s3Folder;

  @Option(
      names = "--pitr-lag-seconds",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How far the latest restorable time is behind; the service has 300 (default:"
              + " ${DEFAULT-VALUE}).")
  private long pitrLagSeconds;

  @Option(
      names = "--backup-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a backup is CREATING at least (default: ${DEFAULT-VALUE}).")
  private long backupMs;

  @Option(
      names = "--restore-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long a restored table is CREATING at least (default: ${DEFAULT-VALUE}).")
  private long restoreMs;

  @Option(
      names = "--export-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long an export is IN_PROGRESS at least (default: ${DEFAULT-VALUE}).")
  private long exportMs;

  @Option(
      names = "--import-ms",
      defaultValue = "0",
      paramLabel = "N",
      description = "How long an import is IN_PROGRESS at least (default: ${DEFAULT-VALUE}).")
  private long importMs;

  /**
   * What was asked for. Neither a folder nor a connection is opened before a job needs it.
   *
   * @param data where the engine keeps its data; null for in memory
   * @throws Refusal for what cannot be
   */
  RecoverySettings settings(@Nullable DataSettings data) {
    JobDurations jobs =
        new JobDurations(
            milliseconds("--backup-ms", backupMs),
            milliseconds("--restore-ms", restoreMs),
            milliseconds("--export-ms", exportMs),
            milliseconds("--import-ms", importMs));
    Duration lag = Duration.ofSeconds(notNegative("--pitr-lag-seconds", pitrLagSeconds));
    RecoverySettings settings = RecoverySettings.defaults().withLatestLag(lag).withJobs(jobs);
    if (s3Endpoint == null) {
      Path folder = folder(data);
      return settings.withObjects(() -> new FolderStore(folder));
    }
    if (s3Folder != null) {
      throw Refusal.usage("--s3-endpoint and --s3-folder exclude each other");
    }
    S3Settings s3 =
        s3Endpoint.equals(AWS)
            ? new S3Settings(null, s3Region, false)
            : new S3Settings(endpoint(s3Endpoint), s3Region, true);
    return settings.withObjects(() -> new S3Store(s3));
  }

  /** Where buckets are, for people. */
  String place(@Nullable DataSettings data) {
    if (s3Endpoint == null) {
      return "folders of " + folder(data);
    }
    return s3Endpoint.equals(AWS) ? "those of S3" : "at " + s3Endpoint;
  }

  private Path folder(@Nullable DataSettings data) {
    if (s3Folder == null) {
      return data == null
          ? Path.of(System.getProperty("java.io.tmpdir")).resolve("assay-s3")
          : data.folder().resolve("s3");
    }
    if (Files.exists(s3Folder) && !Files.isDirectory(s3Folder)) {
      throw Refusal.usage("--s3-folder must be a folder, but " + s3Folder + " is a file");
    }
    return s3Folder.toAbsolutePath().normalize();
  }

  private static URI endpoint(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw Refusal.usage(
        "--s3-endpoint must be a URL such as http://127.0.0.1:9000, or aws; was '" + text + "'");
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
