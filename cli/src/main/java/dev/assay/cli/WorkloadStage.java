package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.fault.Rule;
import dev.assay.features.workload.Place;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.ProxyStartException;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a workload runs on besides its clients: the engine and its regions, a proxy with faults. */
final class WorkloadStage {
  private static final int REGIONS_OF_A_SET = 3;

  @Option(
      names = "--fault",
      paramLabel = "RULE",
      description = {
        "Put a proxy before the store, with this rule in force while there is load: a JSON file or"
            + " the JSON itself (docs/faults.md). May be repeated.",
        "Its journal is kept beside the history and judged with it."
      })
  private List<String> faults = List.of();

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description =
          "The journal of a proxy that --endpoint leads to: it tells of operations without an"
              + " answer whether they were applied.")
  private @Nullable Path journal;

  @Option(
      names = "--regions",
      paramLabel = "NAME",
      split = ",",
      description =
          "Regions of the reference engine that clients are dealt out to; the table is replicated"
              + " to each.")
  private List<String> regions = List.of();

  @Option(
      names = "--strong-regions",
      description =
          "Regions are strongly consistent with each other (MRSC): the table is judged as in one"
              + " region.")
  private boolean strong;

  @Mixin private final Replicas replicas = new Replicas();

  /** Whether all regions promise what one does. */
  boolean strong() {
    return strong;
  }

  /**
   * Says what is wrong with its options, before anything is started.
   *
   * @param elsewhere whether the store is not the reference engine of this process
   */
  void check(boolean elsewhere) {
    rules();
    var unused = replicas.settings();
    if (elsewhere && !regions.isEmpty()) {
      throw Refusal.usage(
          "--regions is for the reference engine; name others as --endpoint REGION=URL");
    }
    if (journal != null && !faults.isEmpty()) {
      throw Refusal.usage("--fault brings a proxy and a journal of its own: leave --journal out");
    }
    if (strong && !elsewhere && regions.stream().distinct().count() != REGIONS_OF_A_SET) {
      throw Refusal.usage("--strong-regions needs --regions with three regions of one set");
    }
  }

  private List<Rule> rules() {
    return faults.stream().flatMap(source -> RuleSource.read("--fault", source).stream()).toList();
  }

  /** Starts the reference engine with the replicas that were asked for. */
  Engine engine() throws IOException {
    return Engine.start(EngineSettings.defaults().withReplication(replicas.settings()));
  }

  /** The places of the engine's regions, all of which it serves at one endpoint. */
  List<Place> places(Place whole) {
    return regions.isEmpty()
        ? List.of(whole)
        : regions.stream()
            .distinct()
            .map(region -> new Place(region, whole.uri(), Optional.empty(), region))
            .toList();
  }

  /**
   * Puts the proxy before the places, if faults are asked for.
   *
   * @param folder where its journal is kept
   */
  Staged stage(List<Place> places, long seed, Path folder) {
    if (faults.isEmpty()) {
      return new Staged(places, Optional.empty(), Optional.ofNullable(journal));
    }
    List<URI> uris = places.stream().map(Place::uri).distinct().toList();
    if (uris.size() > 1) {
      throw Refusal.usage(
          "--fault puts one proxy before one endpoint; for several start 'assay proxy' with an"
              + " --upstream for each, and give its journal with --journal");
    }
    Path kept = folder.resolve("journal");
    ProxyServer started = start(uris.getFirst(), kept, seed);
    rules().forEach(started.rules()::put);
    URI before = URI.create(HostAndPort.url(started.address()));
    return new Staged(
        places.stream()
            .map(place -> new Place(place.name(), before, Optional.empty(), place.region()))
            .toList(),
        Optional.of(started),
        Optional.of(kept));
  }

  private static ProxyServer start(URI store, Path folder, long seed) {
    try {
      return ProxyServer.start(
          ProxySettings.of(UpstreamAddress.parse(store.toString()), folder).withSeed(seed));
    } catch (ProxyStartException | JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Where clients go.
   *
   * @param proxy that is before the store, if there is one of this process
   * @param journal that tells of the run, if there is one
   */
  record Staged(List<Place> places, Optional<ProxyServer> proxy, Optional<Path> journal)
      implements AutoCloseable {
    /** No request suffers a fault any more. */
    void heal() {
      proxy.ifPresent(server -> server.rules().clear());
    }

    /** Ends the proxy; its journal is then whole. */
    @Override
    public void close() {
      proxy.ifPresent(ProxyServer::close);
    }
  }
}
