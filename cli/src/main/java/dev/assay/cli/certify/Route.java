package dev.assay.cli.certify;

import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.ProxyStartException;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.sign.Resigning;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How the suite's requests reach the store. */
sealed interface Route extends AutoCloseable {
  /** Where requests go. */
  URI endpoint();

  /** Base URL of the proxy's control API, when there is a proxy. */
  Optional<URI> control();

  @Override
  void close();

  /**
   * Opens the way that the plan asks for.
   *
   * @param journal folder of the proxy's journal
   */
  static Route to(URI store, Plan plan, Path journal) {
    if (plan.direct()) {
      return new Direct(store);
    }
    return throughProxy(store, plan, journal);
  }

  /**
   * Through a proxy of its own, whatever the plan says of it.
   *
   * @param journal folder of the proxy's journal
   */
  static Proxied throughProxy(URI store, Plan plan, Path journal) {
    try {
      return new Proxied(ProxyServer.start(settings(store, plan, journal)));
    } catch (ProxyStartException | JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
  }

  private static ProxySettings settings(URI store, Plan plan, Path journal) {
    ProxySettings settings =
        ProxySettings.of(UpstreamAddress.parse(store.toString()), journal).withSeed(plan.seed());
    return plan.resigned()
        ? settings.withResigning(new Resigning(plan.credentials(), Optional.of(plan.region())))
        : settings;
  }

  /** Straight to the store. */
  record Direct(URI endpoint) implements Route {
    @Override
    public Optional<URI> control() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** Through a proxy of this process. */
  record Proxied(ProxyServer proxy) implements Route {
    @Override
    public URI endpoint() {
      return url(proxy.address());
    }

    @Override
    public Optional<URI> control() {
      return Optional.of(url(proxy.controlAddress()));
    }

    @Override
    public void close() {
      proxy.close();
    }

    private static URI url(InetSocketAddress address) {
      return URI.create("http://127.0.0.1:" + address.getPort());
    }
  }
}
