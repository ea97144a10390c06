package dev.assay.features.suite;

import dev.assay.features.catalogue.Tier;
import dev.assay.features.wire.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What to run, against what, and how.
 *
 * @param endpoint where requests go: the store itself, or the proxy before it
 * @param otherRegions where requests for further regions go; without two of them scenarios of
 *     several regions are unsupported
 * @param credentials asked for at each request
 * @param proxyControl base URL of the proxy's control API, when requests go through it
 * @param guarded where the same store checks signatures, for scenarios about these, if that is
 *     elsewhere
 * @param levers base URL of what breaks the store on purpose, when there is such a thing
 * @param selection which scenarios
 * @param parallelism how many scenarios at once, at least 1
 * @param failFast whether to begin no more scenarios after the first that fails or ends in error
 * @param tablePrefix what the name of every table starts with; the bucket of exports is called so,
 *     and {@code -exports}
 * @param seed where table names and generated data come from
 * @param requestDeadline how long one exchange may take
 * @param tableDeadline how long creating, emptying or deleting one table may take
 */
public record SuiteSettings(
    Endpoint endpoint,
    List<Endpoint> otherRegions,
    Supplier<AwsCredentialsIdentity> credentials,
    Optional<URI> proxyControl,
    Optional<Endpoint> guarded,
    Optional<URI> levers,
    Selection selection,
    int parallelism,
    boolean failFast,
    String tablePrefix,
    long seed,
    Duration requestDeadline,
    Duration tableDeadline) {

  /**
   * Which scenarios of the catalogue to run: those that satisfy all of the three; what is empty
   * selects everything.
   *
   * @param tagExpression as Cucumber has it, such as {@code @op:Query and not @needs:proxy}
   * @param ids of scenarios; of an outline's rows by the outline's own id, or one by one as {@code
   *     ID:case}
   */
  public record Selection(Optional<String> tagExpression, Set<String> ids, Set<Tier> tiers) {
    public static Selection everything() {
      return new Selection(Optional.empty(), Set.of(), Set.of());
    }
  }
}
