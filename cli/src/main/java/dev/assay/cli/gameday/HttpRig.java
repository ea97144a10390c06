package dev.assay.cli.gameday;

import dev.assay.fault.Rule;
import dev.assay.fault.RuleId;
import dev.assay.fault.gameday.Rig;
import dev.assay.fault.gameday.RigException;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.HttpMessage;
import dev.assay.features.wire.Operation;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import dev.assay.features.wire.Wire;
import dev.assay.proxy.ProxyServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Acts upon a site: its levers over HTTP, the rules of the proxy before it, calls to itself. */
final class HttpRig implements Rig, AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** What these do stays done, so that it says nothing about whether the rest was undone. */
  private static final Set<String> NEVER_UNDONE =
      Set.of("advance-time", "sweep-ttl", "trim-stream", "crash", "split-partition", "release");

  private final Site site;
  private final ProxyServer proxy;
  private final Clock clock;
  private final Supplier<AwsCredentialsIdentity> credentials;
  private final Wire wire;
  private final Optional<LeverPort> levers;

  HttpRig(Site site, ProxyServer proxy, Clock clock, Supplier<AwsCredentialsIdentity> credentials) {
    this.site = site;
    this.proxy = proxy;
    this.clock = clock;
    this.credentials = credentials;
    this.wire = new Wire(clock, DEADLINE);
    this.levers = site.levers().map(LeverPort::new);
  }

  @Override
  public void pull(String lever, Map<String, Object> arguments) throws RigException {
    levers.orElseThrow(() -> new RigException("the target has no levers")).pull(lever, arguments);
  }

  @Override
  public void healLevers() throws RigException {
    if (levers.isPresent()) {
      levers.get().heal();
    }
  }

  @Override
  public Map<String, String> levers() throws RigException {
    Map<String, String> standing = new TreeMap<>();
    if (levers.isPresent()) {
      levers
          .get()
          .all()
          .forEach(
              (name, lever) -> {
                if (!NEVER_UNDONE.contains(name)) {
                  standing.put(name, lever.state());
                }
              });
    }
    return standing;
  }

  @Override
  public void put(Rule rule) {
    var unused = proxy.rules().put(rule);
  }

  @Override
  public boolean remove(RuleId id) {
    return proxy.rules().remove(id);
  }

  @Override
  public void clearRules() {
    int unused = proxy.rules().clear();
  }

  @Override
  public List<RuleCount> rules() {
    return proxy.rules().current().rules().stream()
        .map(rule -> new RuleCount(rule.rule().id(), rule.calls(), rule.fired()))
        .toList();
  }

  @Override
  public List<String> complaints() {
    return proxy.journal().failure().stream()
        .map(failure -> "the journal is not whole: " + failure.getMessage())
        .toList();
  }

  @Override
  public String call(Optional<String> region, String operation, String input) throws RigException {
    String name = region.orElse(site.region());
    Endpoint endpoint =
        site.endpoint(name)
            .map(uri -> Endpoint.of(uri, name))
            .orElseThrow(() -> new RigException("the target has no region " + name));
    try {
      HttpMessage.Response response = client(endpoint).call(new Operation(operation), input);
      if (response.status() != 200) {
        throw new RigException(
            "it was answered HTTP " + response.status() + " " + response.body().text());
      }
      return response.body().text();
    } catch (TransportException e) {
      throw new RigException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether anything answers at the target. */
  boolean answers() {
    try {
      var unused = call(Optional.empty(), "ListTables", "{\"Limit\":1}");
      return true;
    } catch (RigException e) {
      return e.getCause() == null;
    }
  }

  private StoreClient client(Endpoint endpoint) {
    Signer signer = new Signer(credentials, endpoint.region(), clock);
    return new StoreClient(wire, endpoint, signer, "gameday", exchange -> {});
  }

  @Override
  public void close() {
    levers.ifPresent(LeverPort::close);
    wire.close();
  }
}
