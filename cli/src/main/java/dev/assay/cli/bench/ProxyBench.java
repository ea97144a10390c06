package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Measures proxies before one and the same store, in turns.
 *
 * <pre>
 *   this process        processes of their own
 *   load generator ──┬─────────────────────────►  Assay's engine
 *                    ├──► Assay's proxy ────────►  (one for all,
 *                    ├──► Assay's, with a rule ─►  a table each)
 *                    └──► HAProxy, Toxiproxy ───►
 * </pre>
 *
 * @param root Assay's folder, whose launcher starts the engine
 * @param contenders the direct way first
 */
public record ProxyBench(
    BenchSettings settings,
    List<ProxyContender> contenders,
    Path root,
    Path javaHome,
    Interruption interruption,
    Progress progress) {

  /** Measures all of them with every workload of the settings. */
  public ProxyBenchResult run() {
    Timing timing = Timing.SYSTEM;
    Budget budget = Budget.of(settings.budget(), timing);
    Contender.OwnEngine engine = new Contender.OwnEngine(root);
    engine.prepare();
    try (Stage stage = new Stage()) {
      progress.step("Starting the engine");
      LaunchedServer store = LaunchedServer.start("the engine", engine::command, timing);
      stage.holds(store::close);
      List<FilledStore> ways = new ArrayList<>();
      for (ProxyContender contender : contenders) {
        progress.step("Starting and filling through " + contender.title());
        ways.add(way(contender, ways.size(), store.endpoint(), stage, timing));
      }
      return new ProxyBenchResult(
          new LoadPart(settings, ways, budget, interruption, progress).run());
    } finally {
      progress.done();
    }
  }

  private FilledStore way(
      ProxyContender contender, int number, URI store, Stage stage, Timing timing) {
    URI endpoint =
        switch (contender) {
          case ProxyContender.Direct direct -> store;
          case ProxyContender.Launched proxy -> launch(proxy, store, stage, timing);
        };
    OptionalLong process =
        new ProcessMemory(javaHome, Path.of("/proc")).listeningOn(endpoint.getPort());
    Dataset data =
        new Dataset(
            "assay-bench-%08x-%d".formatted(settings.seed(), number),
            settings.keys(),
            settings.itemBytes());
    FilledStore filled =
        FilledStore.fill(
            contender.title(), endpoint, process, data, settings, timing, interruption);
    stage.holds(filled::close);
    return filled;
  }

  private static URI launch(ProxyContender.Launched proxy, URI store, Stage stage, Timing timing) {
    Path scratch = stage.newFolder();
    int spare = freePort();
    LaunchedServer server =
        LaunchedServer.start(
            proxy.title(), port -> proxy.command(port, spare, store, scratch), timing);
    stage.holds(server::close);
    proxy.rule().ifPresent(rule -> post(rule, spare));
    return server.endpoint();
  }

  private static void post(String rule, int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rules"))
                  .POST(HttpRequest.BodyPublishers.ofString(rule))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw Refusal.unreachable("the proxy refuses the rule: " + answer.body().strip());
      }
    } catch (IOException e) {
      throw Refusal.unreachable("the proxy's control API does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unreachable("the proxy's control API was not waited for");
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Refusal.unreachable("there is no free port: " + e.getMessage());
    }
  }
}
