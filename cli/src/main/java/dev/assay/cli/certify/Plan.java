package dev.assay.cli.certify;

import dev.assay.features.suite.SuiteSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A certification as the user asked for it.
 *
 * @param regionEndpoints endpoints of further regions of a store that somebody else runs
 * @param direct whether requests go to the store without the proxy
 * @param resigned whether the proxy signs requests anew, for a store that checks for which host
 *     they were signed
 * @param credentials asked for at each request
 * @param selection which scenarios
 * @param parallel how many scenarios at once; empty leaves it to the store
 * @param failFast whether to begin no more scenarios after the first that does not pass
 * @param prefix what the name of every table starts with
 * @param seed of table names and generated data
 * @param reports the folder that gets {@code runs/} and {@code latest}
 * @param commandLine what was typed, without secrets
 * @param rerun how the same subject is certified again, to which {@code --id} is added
 */
public record Plan(
    Subject subject,
    Map<String, URI> regionEndpoints,
    boolean direct,
    boolean resigned,
    String region,
    Supplier<AwsCredentialsIdentity> credentials,
    SuiteSettings.Selection selection,
    OptionalInt parallel,
    boolean failFast,
    String prefix,
    long seed,
    Path reports,
    List<String> commandLine,
    List<String> rerun) {}
