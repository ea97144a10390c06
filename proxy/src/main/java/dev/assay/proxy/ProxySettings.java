package dev.assay.proxy;

import dev.assay.proxy.journal.Journal;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.sign.Resigning;
import dev.assay.proxy.tls.ServerIdentity;
import dev.assay.proxy.tls.UpstreamTrust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a proxy is told at its start.
 *
 * @param routing the stores behind it
 * @param trust which certificates of stores are believed
 * @param resigning with what requests are signed anew; empty to leave signatures as they are
 * @param listen where clients connect; port 0 takes a free one
 * @param identity the certificate that clients are shown; empty for plain HTTP
 * @param control where the JSON control API listens; port 0 takes a free one
 * @param journalFolder where the journal is kept; made when absent
 * @param journalReserveBytes what the journal must leave free on its disk
 * @param journalFailure what becomes of requests once the journal cannot be written
 * @param seed from which rules without a seed of their own derive theirs, and the router its draws
 * @param patience time limits
 * @param journalBodyBytes how many bytes of each body the journal keeps
 * @param threads event loops
 * @param clock what signatures and certificates are dated by
 */
public record ProxySettings(
    Routing routing,
    UpstreamTrust trust,
    Optional<Resigning> resigning,
    InetSocketAddress listen,
    Optional<ServerIdentity> identity,
    InetSocketAddress control,
    Path journalFolder,
    long journalReserveBytes,
    JournalFailure journalFailure,
    long seed,
    Patience patience,
    int journalBodyBytes,
    int threads,
    Clock clock) {

  /** The service's limit on a request's body: 16 MB. */
  public static final int MAX_BODY_BYTES = 16 << 20;

  /** Free ports on the loopback interface, seed 0, and time limits like those of the SDKs. */
  public static ProxySettings of(UpstreamAddress upstream, Path journalFolder) {
    return new ProxySettings(
        Routing.to(upstream),
        new UpstreamTrust.Public(),
        Optional.empty(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        journalFolder,
        Journal.DEFAULT_RESERVE_BYTES,
        JournalFailure.REFUSE,
        0,
        Patience.DEFAULT,
        64 << 10,
        Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
        Clock.systemUTC());
  }

  /** The first of the stores behind it. */
  public UpstreamAddress upstream() {
    return routing.upstreams().getFirst().address();
  }

  /** How long the store may be silent. */
  public Duration upstreamTimeout() {
    return patience.upstream();
  }

  /** How long a client may be silent. */
  public Duration clientTimeout() {
    return patience.client();
  }

  /** These settings with other stores. */
  public ProxySettings withRouting(Routing stores) {
    return with(draft -> draft.routing = stores);
  }

  /** These settings believing other certificates of stores. */
  public ProxySettings withTrust(UpstreamTrust other) {
    return with(draft -> draft.trust = other);
  }

  /** These settings signing requests anew. */
  public ProxySettings withResigning(Resigning other) {
    return with(draft -> draft.resigning = Optional.of(other));
  }

  /** These settings with another address for clients. */
  public ProxySettings withListen(InetSocketAddress address) {
    return with(draft -> draft.listen = address);
  }

  /** These settings speaking TLS to clients. */
  public ProxySettings withIdentity(ServerIdentity other) {
    return with(draft -> draft.identity = Optional.of(other));
  }

  /** These settings with another address for the control API. */
  public ProxySettings withControl(InetSocketAddress address) {
    return with(draft -> draft.control = address);
  }

  /** These settings leaving so much of the disk free. */
  public ProxySettings withJournalReserve(long bytes) {
    return with(draft -> draft.journalReserveBytes = bytes);
  }

  /** These settings with another fate of requests without a journal. */
  public ProxySettings withJournalFailure(JournalFailure other) {
    return with(draft -> draft.journalFailure = other);
  }

  /** These settings with another seed. */
  public ProxySettings withSeed(long newSeed) {
    return with(draft -> draft.seed = newSeed);
  }

  /** These settings with another patience for the store's silence. */
  public ProxySettings withUpstreamTimeout(Duration timeout) {
    return with(
        draft ->
            draft.patience =
                new Patience(
                    patience.connect(), timeout, patience.client(), patience.upstreamIdle()));
  }

  /** These settings with another patience for the client's silence. */
  public ProxySettings withClientTimeout(Duration timeout) {
    return with(
        draft ->
            draft.patience =
                new Patience(
                    patience.connect(), patience.upstream(), timeout, patience.upstreamIdle()));
  }

  /** These settings keeping another number of bytes of each body. */
  public ProxySettings withJournalBodyBytes(int bytes) {
    return with(draft -> draft.journalBodyBytes = bytes);
  }

  /** These settings with another number of event loops. */
  public ProxySettings withThreads(int count) {
    return with(draft -> draft.threads = count);
  }

  /** These settings with another clock. */
  public ProxySettings withClock(Clock other) {
    return with(draft -> draft.clock = other);
  }

  private ProxySettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings in the making: each change names one field and repeats none of the others. */
  private static final class Draft {
    private Routing routing;
    private UpstreamTrust trust;
    private Optional<Resigning> resigning;
    private InetSocketAddress listen;
    private Optional<ServerIdentity> identity;
    private InetSocketAddress control;
    private final Path journalFolder;
    private long journalReserveBytes;
    private JournalFailure journalFailure;
    private long seed;
    private Patience patience;
    private int journalBodyBytes;
    private int threads;
    private Clock clock;

    Draft(ProxySettings from) {
      routing = from.routing;
      trust = from.trust;
      resigning = from.resigning;
      listen = from.listen;
      identity = from.identity;
      control = from.control;
      journalFolder = from.journalFolder;
      journalReserveBytes = from.journalReserveBytes;
      journalFailure = from.journalFailure;
      seed = from.seed;
      patience = from.patience;
      journalBodyBytes = from.journalBodyBytes;
      threads = from.threads;
      clock = from.clock;
    }

    ProxySettings settings() {
      return new ProxySettings(
          routing,
          trust,
          resigning,
          listen,
          identity,
          control,
          journalFolder,
          journalReserveBytes,
          journalFailure,
          seed,
          patience,
          journalBodyBytes,
          threads,
          clock);
    }
  }
}
