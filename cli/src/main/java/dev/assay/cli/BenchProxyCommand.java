package dev.assay.cli;

import dev.assay.cli.bench.BenchSettings;
import dev.assay.cli.bench.Interruption;
import dev.assay.cli.bench.Progress;
import dev.assay.cli.bench.ProxyBench;
import dev.assay.cli.bench.ProxyBenchResult;
import dev.assay.cli.bench.ProxyBenchTable;
import dev.assay.cli.bench.ProxyContender;
import dev.assay.cli.bench.Workload;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.cli.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay bench proxy}: measures the proxy, next to others, before one engine. */
@Command(
    name = "proxy",
    sortOptions = false,
    description = {
      "Measure what Assay's proxy costs: idle, and with one rule that matches nothing.",
      "With --vs the proxies of others take turns with it in the same run."
    })
final class BenchProxyCommand implements Callable<Integer> {
  /** Matches no request of the bench, which the head of each already tells. */
  private static final String HEAD_RULE =
      "{\"id\":\"head\",\"match\":{\"operation\":\"DeleteTable\"},"
          + "\"fault\":{\"kind\":\"latency\",\"latency_ms\":1000}}";

  /** Matches no request of the bench, which only the body tells. */
  private static final String BODY_RULE =
      "{\"id\":\"body\",\"match\":{\"table\":\"no-such-table\"},"
          + "\"fault\":{\"kind\":\"latency\",\"latency_ms\":1000}}";

  /** What each is called on the path. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of(
          "haproxy", List.of("haproxy"),
          "toxiproxy", List.of("toxiproxy-server", "toxiproxy"));

  private final Surroundings surroundings;

  @Option(
      names = "--vs",
      paramLabel = "haproxy|toxiproxy",
      description = "Another proxy to compare with; may be given for both.")
  private List<String> vs = List.of();

  @Option(
      names = "--haproxy",
      paramLabel = "FILE",
      description = "The haproxy program (default: the one on the path).")
  private @Nullable Path haproxy;

  @Option(
      names = "--toxiproxy",
      paramLabel = "FILE",
      description = "The toxiproxy-server program (default: the one on the path).")
  private @Nullable Path toxiproxy;

  @Option(
      names = "--ops",
      split = ",",
      paramLabel = "NAME",
      description = "Workloads as of 'assay bench' (default: GetItem,PutItem).")
  private List<String> ops = List.of("GetItem", "PutItem");

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "Of one measurement (default: 3; with --quick 1).")
  private @Nullable Double duration;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      description = "Of each proxy before each workload (default: 5; with --quick 1).")
  private @Nullable Double warmup;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      paramLabel = "N",
      description = "How often the proxies take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Requests a second for latencies (default: half of what the slowest proxy can do).")
  private @Nullable Double rate;

  @Option(
      names = "--connections",
      defaultValue = "16",
      paramLabel = "N",
      description = "At once (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--item-bytes",
      defaultValue = "1024",
      paramLabel = "N",
      description = "Size of an item (default: ${DEFAULT-VALUE}).")
  private int itemBytes;

  @Option(names = "--quick", description = "A first impression: shorter.")
  private boolean quick;

  @Option(
      names = "--budget",
      defaultValue = "900",
      paramLabel = "SECONDS",
      description = "After that no further measurement begins (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of table names and keys (default: a new one).")
  private @Nullable Long seed;

  BenchProxyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    BenchSettings settings = settings();
    List<ProxyContender> contenders = contenders();
    Interruption interruption = new Interruption();
    surroundings.interrupts().onInterrupt(interruption::ask);
    ProxyBenchResult result =
        new ProxyBench(
                settings,
                contenders,
                surroundings.root(),
                surroundings.javaHome(),
                interruption,
                new Progress(surroundings.err(), surroundings.terminal()))
            .run();
    new ProxyBenchTable(surroundings.out(), settings, Runtime.getRuntime().availableProcessors())
        .print(result);
    return result.isValid() ? ExitCode.OK : ExitCode.DIVERGENCE;
  }

  private BenchSettings settings() {
    return new BenchSettings(
        Set.of(BenchSettings.Part.LOAD),
        ops.stream().map(Workload::of).distinct().toList(),
        BenchBounds.seconds("--duration", duration, quick ? 1 : 3),
        BenchBounds.seconds("--warmup", warmup, quick ? 1 : 5),
        BenchBounds.within("--rounds", rounds, 1, 1_000),
        BenchBounds.within("--connections", connections, 1, BenchSettings.MAX_CONNECTIONS),
        BenchBounds.rate(rate),
        BenchBounds.within("--item-bytes", itemBytes, 64, 16_000),
        2_000,
        0,
        1,
        true,
        BenchBounds.seconds("--budget", budget, 900),
        seed != null ? seed : surroundings.seeds().getAsLong());
  }

  private List<ProxyContender> contenders() {
    List<ProxyContender> all = new ArrayList<>();
    Path root = surroundings.root();
    all.add(new ProxyContender.Direct());
    all.add(new ProxyContender.Own(root, ProxyBenchTable.OWN, Optional.empty()));
    all.add(
        new ProxyContender.Own(
            root, ProxyBenchTable.OWN + ", rule on head", Optional.of(HEAD_RULE)));
    all.add(
        new ProxyContender.Own(
            root, ProxyBenchTable.OWN + ", rule on body", Optional.of(BODY_RULE)));
    for (String name : vs.stream().distinct().toList()) {
      all.add(
          switch (name) {
            case "haproxy" -> new ProxyContender.HaProxy(program(name, haproxy));
            case "toxiproxy" -> new ProxyContender.ToxiProxy(program(name, toxiproxy));
            default ->
                throw Refusal.usage(
                    "there is no proxy '"
                        + name
                        + "' to compare with"
                        + Suggestion.forUnknown(name, List.of("haproxy", "toxiproxy")));
          });
    }
    return all;
  }

  private Path program(String name, @Nullable Path given) {
    if (given != null) {
      if (!Files.isExecutable(given) || Files.isDirectory(given)) {
        throw Refusal.usage("--" + name + " " + given + " is not a program");
      }
      return given.toAbsolutePath();
    }
    // Where Debian puts servers is not on everybody's path.
    String path = surroundings.environment().getOrDefault("PATH", "") + ":/usr/sbin";
    List<String> names = PROGRAMS.getOrDefault(name, List.of(name));
    return names.stream()
        .flatMap(program -> Tool.find(program, path).stream())
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    names.getFirst() + " is not on the path; --" + name + " FILE names it"));
  }
}
