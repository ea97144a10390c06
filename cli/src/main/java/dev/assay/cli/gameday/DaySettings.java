package dev.assay.cli.gameday;

import dev.assay.cli.certify.Subject;
import dev.assay.reports.event.AssayBuild;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What the user asked for, for all game days of one command.
 *
 * @param region of the target's own endpoint
 * @param regionEndpoints of its further regions
 * @param levers where the levers of a target are that is not the engine of this process
 * @param prefix what the name of every table starts with
 * @param seed of operations, keys, values and rules
 * @param reports the folder that gets {@code runs/} and {@code latest}
 * @param baseline the folder of an earlier game day to compare with
 * @param dryRun whether to look at everything and break nothing
 * @param commandLine what was typed, without secrets
 */
public record DaySettings(
    Subject subject,
    String region,
    Map<String, URI> regionEndpoints,
    Optional<URI> levers,
    Supplier<AwsCredentialsIdentity> credentials,
    String prefix,
    long seed,
    Path reports,
    Optional<Path> baseline,
    boolean dryRun,
    AssayBuild build,
    List<String> commandLine) {

  boolean amazon() {
    return subject instanceof Subject.Remote remote && remote.isAmazon();
  }
}
