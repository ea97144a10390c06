package dev.assay.cli.gameday;

import dev.assay.cli.certify.Probe;
import dev.assay.cli.certify.Store;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Workshop;
import dev.assay.features.wire.Endpoint;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target of a game day while it is up.
 *
 * @param region its own region
 * @param others endpoints of its further regions
 * @param everyRegion whether its own endpoint serves whatever region is signed for
 * @param levers where its levers are, if it has any
 */
record Site(
    Store store, String region, Map<String, URI> others, boolean everyRegion, Optional<URI> levers)
    implements AutoCloseable {

  /**
   * Brings the target up, or finds it.
   *
   * @throws Refusal when it cannot be had or does not answer as DynamoDB
   */
  static Site open(
      DaySettings settings, Workshop workshop, String version, Clock clock, PrintWriter err) {
    Site site =
        switch (settings.subject()) {
          case Subject.ReferenceEngine own -> ofEngine(settings, version, clock, err);
          case Subject.Known known ->
              new Site(
                  Store.Started.start(known.target(), workshop, clock, err),
                  settings.region(),
                  Map.of(),
                  false,
                  settings.levers());
          case Subject.Remote remote ->
              new Site(
                  new Store.Elsewhere(remote.endpoint(), settings.levers()),
                  settings.region(),
                  settings.regionEndpoints(),
                  false,
                  settings.levers());
        };
    try {
      Probe probe = new Probe(clock, settings.credentials());
      for (Endpoint endpoint : site.endpoints(List.of())) {
        probe.require(site.store(), endpoint, err);
      }
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  private static Site ofEngine(DaySettings settings, String version, Clock clock, PrintWriter err) {
    Store.OwnEngine store =
        new Store.OwnEngine(
            Store.OwnEngine.start(
                Store.OwnEngine.settings(clock, err).withDefaultRegion(settings.region())),
            version);
    return new Site(store, settings.region(), Map.of(), true, store.levers());
  }

  /** The endpoints of these regions; of all that are known if none is named. */
  List<Endpoint> endpoints(List<String> regions) {
    if (regions.isEmpty()) {
      Map<String, URI> all = new LinkedHashMap<>();
      all.put(region, store.endpoint());
      all.putAll(others);
      return all.entrySet().stream()
          .map(entry -> Endpoint.of(entry.getValue(), entry.getKey()))
          .toList();
    }
    return regions.stream().map(name -> Endpoint.of(endpoint(name).orElseThrow(), name)).toList();
  }

  /** Where a region is; empty if the target has no such region. */
  Optional<URI> endpoint(String name) {
    if (name.equals(region) || everyRegion) {
      return Optional.of(store.endpoint());
    }
    return Optional.ofNullable(others.get(name));
  }

  @Override
  public void close() {
    store.close();
  }
}
