package dev.assay.cli.gameday;

import dev.assay.cli.certify.Probe;
import dev.assay.cli.certify.Store;
import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.RunningTarget;
import dev.assay.cli.target.Workshop;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.features.wire.Endpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
          case Subject.Known known -> {
            if (!workshop.isFetched(known.target())) {
              err.println(
                  "Fetching " + known.target().title() + " " + known.target().version() + " ...");
            }
            yield new Site(
                new Store.Started(
                    known.target(), RunningTarget.start(known.target(), workshop, clock)),
                settings.region(),
                Map.of(),
                false,
                settings.levers());
          }
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
        probe.require(endpoint);
      }
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  private static Site ofEngine(DaySettings settings, String version, Clock clock, PrintWriter err) {
    try {
      Engine engine =
          Engine.start(
              EngineSettings.defaults()
                  .withClock(clock)
                  .withDefaultRegion(settings.region())
                  .withLeverAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                  .withAccidents(
                      accident -> err.println("assay: a defect of the engine: " + accident)));
      return new Site(
          new Store.OwnEngine(engine, version),
          settings.region(),
          Map.of(),
          true,
          engine
              .leverAddress()
              .map(address -> URI.create("http://127.0.0.1:" + address.getPort())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
