package dev.assay.cli.gameday;

import dev.assay.cli.problem.Refusal;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.workload.Place;
import dev.assay.proxy.JournalFailure;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.ProxyStartException;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.route.Priority;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.RoutingPolicy;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.sign.Resigning;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy before a site: one address for all regions, each request goes where it is signed for.
 */
final class DayRoute {
  private DayRoute() {}

  /**
   * Starts it.
   *
   * @param journal the folder of its journal
   */
  static ProxyServer open(Site site, DaySettings settings, Path journal) {
    List<Upstream> upstreams =
        site.others().isEmpty()
            ? List.of(Upstream.only(UpstreamAddress.parse(site.store().endpoint().toString())))
            : site.endpoints(List.of()).stream().map(DayRoute::upstream).toList();
    try {
      ProxySettings proxy =
          ProxySettings.of(upstreams.getFirst().address(), journal)
              .withRouting(new Routing(upstreams, RoutingPolicy.SIGNED_REGION, Optional.empty()))
              .withSeed(settings.seed())
              // A disk that fills up is no fault of the store: the clients' histories go on.
              .withJournalFailure(JournalFailure.CONTINUE);
      return ProxyServer.start(
          settings.amazon()
              ? proxy.withResigning(new Resigning(settings.credentials(), Optional.empty()))
              : proxy);
    } catch (ProxyStartException | JournalException | IllegalArgumentException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
  }

  private static Upstream upstream(Endpoint endpoint) {
    return new Upstream(
        endpoint.region(),
        UpstreamAddress.parse(endpoint.uri().toString()),
        endpoint.region(),
        "",
        1,
        Priority.PRIMARY);
  }

  /** How clients reach these regions, by region, in this order. */
  static Map<String, Place> places(List<String> regions, Site site, ProxyServer proxy) {
    URI uri = URI.create("http://127.0.0.1:" + proxy.address().getPort());
    Map<String, Place> places = new LinkedHashMap<>();
    for (String region : regions) {
      places.put(region, new Place(region, uri, streams(site.endpoint(region)), region));
    }
    return places;
  }

  /** Amazon's streams have a host of their own, which the proxy does not stand before. */
  private static Optional<URI> streams(Optional<URI> store) {
    return store
        .filter(
            uri -> uri.getHost().startsWith("dynamodb.") && uri.getHost().contains(".amazonaws."))
        .map(uri -> URI.create(uri.getScheme() + "://streams." + uri.getHost()));
  }
}
