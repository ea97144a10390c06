package dev.assay.cli.bench;

import dev.assay.cli.bench.BenchSettings.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Measures one store, or two in turns, each in a process of its own.
 *
 * <pre>
 *   this process                     processes of their own
 *   load generator ──┬──[proxy]──►   store under test
 *                    └──[proxy]──►   the other, idle while the first has its turn
 * </pre>
 *
 * @param root Assay's folder, whose launcher starts proxies
 * @param contenders one or two
 */
public record Bench(
    BenchSettings settings,
    List<Contender> contenders,
    Path root,
    Path javaHome,
    Interruption interruption,
    Progress progress) {

  /** Measures what was asked for. */
  public BenchResult run() {
    Timing timing = Timing.SYSTEM;
    Budget budget = Budget.of(settings.budget(), timing);
    List<Contender.Startable> startable =
        contenders.stream()
            .filter(Contender.Startable.class::isInstance)
            .map(Contender.Startable.class::cast)
            .toList();
    startable.forEach(
        contender -> {
          progress.step("Preparing " + contender.title());
          contender.prepare();
        });
    try {
      return new BenchResult(
          contenders.stream().map(Contender::title).toList(),
          asked(Part.STARTUP)
              ? new StartupPart(settings, startable, timing, budget, interruption, progress).run()
              : List.of(),
          asked(Part.LOAD) ? load(timing, budget) : List.of(),
          asked(Part.MEMORY)
              ? new MemoryPart(
                      settings, startable, memory(), timing, budget, interruption, progress)
                  .run()
              : List.of());
    } finally {
      progress.done();
    }
  }

  private boolean asked(Part part) {
    return settings.parts().contains(part) && !interruption.isAsked();
  }

  private List<LoadResult> load(Timing timing, Budget budget) {
    try (Stage stage = new Stage()) {
      List<FilledStore> stores = new ArrayList<>();
      for (Contender contender : contenders) {
        progress.step("Starting and filling " + contender.title());
        URI served = serve(contender, stage, timing);
        OptionalLong process =
            isLocal(served) ? memory().listeningOn(served.getPort()) : OptionalLong.empty();
        // Each has its own tables: two endpoints may lead to the same store, say directly and
        // through a proxy.
        Dataset data =
            new Dataset(
                "assay-bench-%08x-%d".formatted(settings.seed(), stores.size()),
                settings.keys(),
                settings.itemBytes());
        FilledStore store =
            FilledStore.fill(
                contender.title(),
                route(served, stage, timing),
                process,
                data,
                settings,
                timing,
                interruption);
        stage.holds(store::close);
        stores.add(store);
      }
      return new LoadPart(settings, stores, budget, interruption, progress).run();
    }
  }

  private ProcessMemory memory() {
    return new ProcessMemory(javaHome, Path.of("/proc"));
  }

  private static boolean isLocal(URI endpoint) {
    return Set.of("127.0.0.1", "localhost", "[::1]").contains(endpoint.getHost());
  }

  private static URI serve(Contender contender, Stage stage, Timing timing) {
    return switch (contender) {
      case Contender.Elsewhere elsewhere -> elsewhere.endpoint();
      case Contender.Startable startable -> {
        LaunchedServer server = LaunchedServer.start(startable.title(), startable::command, timing);
        stage.holds(server::close);
        yield server.endpoint();
      }
    };
  }

  private URI route(URI store, Stage stage, Timing timing) {
    if (!settings.throughProxy()) {
      return store;
    }
    Path journal = stage.newFolder();
    LaunchedServer proxy =
        LaunchedServer.start("the proxy", port -> proxyCommand(port, store, journal), timing);
    stage.holds(proxy::close);
    return proxy.endpoint();
  }

  private List<String> proxyCommand(int port, URI upstream, Path journal) {
    return List.of(
        root.resolve("assay").toString(),
        "proxy",
        "--listen",
        "127.0.0.1:" + port,
        "--upstream",
        upstream.toString(),
        "--control",
        "0",
        "--journal",
        journal.toString());
  }
}
