package dev.assay.cli.gameday;

import dev.assay.fault.gameday.RigException;
import dev.assay.features.capability.Capabilities;
import dev.assay.features.capability.ThrottlingProbe;
import dev.assay.features.catalogue.Need;
import dev.assay.features.poll.Poll;
import dev.assay.features.tables.Tables;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Asks a site what it can do; breaks nothing, and needs no proxy before it. */
final class Abilities implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Wire wire;
  private final StoreClient client;
  private final Optional<LeverPort> levers;

  Abilities(Site site, Clock clock, Supplier<AwsCredentialsIdentity> credentials) {
    this.wire = new Wire(clock, DEADLINE);
    Endpoint endpoint = site.endpoints(List.of()).getFirst();
    Signer signer = new Signer(credentials, endpoint.region(), clock);
    this.client = new StoreClient(wire, endpoint, signer, "gameday", exchange -> {});
    this.levers = site.levers().map(LeverPort::new);
  }

  /** Of these capabilities, those that are missing, with the reason. */
  Map<String, String> missing(Set<String> needs) {
    Set<Need> given = EnumSet.of(Need.PROXY, Need.MULTI_REGION);
    if (levers.isPresent()) {
      given.add(Need.LEVERS);
    }
    Tables tables = new Tables("assay-gameday-probe", Poll.real(), DEADLINE);
    Capabilities capabilities = new Capabilities(client, given, new ThrottlingProbe(tables));
    Map<String, String> missing = new LinkedHashMap<>();
    for (String need : new TreeSet<>(needs)) {
      try {
        Need.of(need)
            .map(known -> lacks(capabilities, known))
            .orElse(Optional.of("nobody knows what that is"))
            .ifPresent(reason -> missing.put(need, reason));
      } catch (UncheckedIOException e) {
        missing.put(need, "nobody knows: " + e.getMessage());
      }
    }
    var unused = tables.close(client);
    return missing;
  }

  private static Optional<String> lacks(Capabilities capabilities, Need need) {
    try {
      return need == Need.LEVERS
          ? capabilities
              .lacks(need)
              .map(reason -> "the target has no levers that are known (--levers)")
          : capabilities.lacks(need);
    } catch (TransportException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each lever says of itself, by name; empty where there are none. */
  Map<String, String> levers() throws RigException {
    Map<String, String> help = new TreeMap<>();
    if (levers.isPresent()) {
      levers.get().all().forEach((name, lever) -> help.put(name, lever.help()));
    }
    return help;
  }

  @Override
  public void close() {
    levers.ifPresent(LeverPort::close);
    wire.close();
  }
}
