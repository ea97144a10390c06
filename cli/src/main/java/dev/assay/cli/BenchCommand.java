package dev.assay.cli;

import dev.assay.cli.bench.Bench;
import dev.assay.cli.bench.BenchJson;
import dev.assay.cli.bench.BenchResult;
import dev.assay.cli.bench.BenchSettings;
import dev.assay.cli.bench.BenchSettings.Part;
import dev.assay.cli.bench.BenchTable;
import dev.assay.cli.bench.Contender;
import dev.assay.cli.bench.FreshFolders;
import dev.assay.cli.bench.Interruption;
import dev.assay.cli.bench.Progress;
import dev.assay.cli.bench.Workload;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Targets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay bench}: measures a store, or two in turns. */
@Command(
    name = "bench",
    sortOptions = false,
    description = {
      "Measure throughput, latency at a fixed rate, cold start and memory.",
      "Without --endpoint it measures Assay's own reference engine, in a process of its own.",
      "With --vs or --vs-endpoint two stores take turns in one run, and their ratio is printed."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String ENGINE = "engine:";
  private static final int LEAST_ITEM_BYTES = 64;
  private static final int MOST_ITEM_BYTES = 16_000;
  private static final int MOST_ITEMS = 99_999_999;

  private final Surroundings surroundings;
  private final List<String> arguments;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A store that is running, for example http://127.0.0.1:8000.")
  private @Nullable String endpoint;

  @Option(
      names = "--vs",
      paramLabel = "TARGET",
      description =
          "A known store to start and compare with, see 'assay targets'; or the engine itself with"
              + " other options, such as 'engine:--data' (on a folder of its own).")
  private @Nullable String vs;

  @Option(
      names = "--engine-options",
      paramLabel = "OPTIONS",
      description = "Further options of the engine that is measured, such as '--data'.")
  private @Nullable String engineOptions;

  @Option(
      names = "--vs-endpoint",
      paramLabel = "URL",
      description = "A running store to compare with.")
  private @Nullable String vsEndpoint;

  @Option(
      names = "--load",
      description = "Measure throughput and latency (default: load, startup and memory).")
  private boolean load;

  @Option(names = "--startup", description = "Measure cold start.")
  private boolean startup;

  @Option(names = "--memory", description = "Measure memory.")
  private boolean memory;

  @Option(
      names = "--ops",
      split = ",",
      paramLabel = "NAME",
      description =
          "Of GetItem, PutItem, UpdateItem, Query, Scan, BatchWrite, TransactWrite (default: all).")
  private List<String> ops = List.of();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "Of one measurement of load (default: 3; with --quick 1).")
  private @Nullable Double duration;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      description = "Of each store before each operation (default: 3; with --quick 1).")
  private @Nullable Double warmup;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often the stores take turns (default: 3).")
  private @Nullable Integer rounds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Requests a second for latencies (default: half of what the slower store can do).")
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

  @Option(
      names = "--items",
      paramLabel = "N",
      description = "Items for the measurement of memory (default: 1000000; with --quick 20000).")
  private @Nullable Integer items;

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "How often each store is started (default: 5; with --quick 3).")
  private @Nullable Integer starts;

  @Option(names = "--through-proxy", description = "Put Assay's proxy before each store.")
  private boolean throughProxy;

  @Option(
      names = "--quick",
      description = "A first impression: shorter, fewer items, fewer starts.")
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

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result there too.")
  private @Nullable Path json;

  BenchCommand(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    this.arguments = arguments;
  }

  @Override
  public Integer call() {
    BenchSettings settings = settings();
    FreshFolders folders = new FreshFolders();
    try (folders) {
      return measure(settings, contenders(folders));
    }
  }

  private int measure(BenchSettings settings, List<Contender> contenders) {
    Path file = jsonFile();
    if (contenders.stream().noneMatch(Contender.Startable.class::isInstance)
        && !settings.parts().contains(Part.LOAD)) {
      throw Refusal.usage(
          "--startup and --memory are measured with stores that the bench starts itself, not with"
              + " an --endpoint");
    }
    Interruption interruption = new Interruption();
    surroundings.interrupts().onInterrupt(interruption::ask);
    Progress progress = new Progress(surroundings.err(), surroundings.terminal());
    BenchResult result =
        new Bench(
                settings,
                contenders,
                surroundings.root(),
                surroundings.javaHome(),
                interruption,
                progress)
            .run();
    int processors = Runtime.getRuntime().availableProcessors();
    new BenchTable(surroundings.out(), settings, processors).print(result);
    write(result, new BenchJson(settings, processors), file);
    return result.isValid() ? ExitCode.OK : ExitCode.DIVERGENCE;
  }

  private BenchSettings settings() {
    return new BenchSettings(
        parts(),
        ops.isEmpty()
            ? List.of(Workload.values())
            : ops.stream().map(Workload::of).distinct().toList(),
        BenchBounds.seconds("--duration", duration, quick ? 1 : 3),
        BenchBounds.seconds("--warmup", warmup, quick ? 1 : 3),
        BenchBounds.within("--rounds", rounds != null ? rounds : 3, 1, 1_000),
        BenchBounds.within("--connections", connections, 1, BenchSettings.MAX_CONNECTIONS),
        BenchBounds.rate(rate),
        BenchBounds.within("--item-bytes", itemBytes, LEAST_ITEM_BYTES, MOST_ITEM_BYTES),
        quick ? 2_000 : 10_000,
        BenchBounds.within(
            "--items", items != null ? items : (quick ? 20_000 : 1_000_000), 1_000, MOST_ITEMS),
        BenchBounds.within("--starts", starts != null ? starts : quick ? 3 : 5, 1, 1_000),
        throughProxy,
        BenchBounds.seconds("--budget", budget, 900),
        seed != null ? seed : surroundings.seeds().getAsLong());
  }

  private Set<Part> parts() {
    Set<Part> chosen = EnumSet.noneOf(Part.class);
    if (startup) {
      chosen.add(Part.STARTUP);
    }
    if (load) {
      chosen.add(Part.LOAD);
    }
    if (memory) {
      chosen.add(Part.MEMORY);
    }
    return chosen.isEmpty() ? EnumSet.allOf(Part.class) : chosen;
  }

  private List<Contender> contenders(FreshFolders folders) {
    if (vs != null && vsEndpoint != null) {
      throw Refusal.usage("--vs and --vs-endpoint exclude each other");
    }
    if (endpoint != null && engineOptions != null) {
      throw Refusal.usage("--endpoint and --engine-options exclude each other");
    }
    Contender subject =
        endpoint == null
            ? Contender.OwnEngine.of(
                surroundings.root(), engineOptions == null ? "" : engineOptions, folders)
            : new Contender.Elsewhere(url("--endpoint", endpoint));
    if (vs != null && vs.startsWith(ENGINE)) {
      return List.of(
          subject,
          Contender.OwnEngine.of(surroundings.root(), vs.substring(ENGINE.length()), folders));
    }
    if (vs != null) {
      return List.of(subject, new Contender.Known(Targets.named(vs), surroundings.workshop()));
    }
    return vsEndpoint == null
        ? List.of(subject)
        : List.of(subject, new Contender.Elsewhere(url("--vs-endpoint", vsEndpoint)));
  }

  private static URI url(String option, String text) {
    URI url = StoreUrl.of(option, text);
    if ("https".equals(url.getScheme())) {
      throw Refusal.usage(
          option + " must be a plain http URL: TLS would be measured along with the store");
    }
    return url;
  }

  /** Checked before minutes of measuring, not after. */
  private @Nullable Path jsonFile() {
    if (json == null) {
      return null;
    }
    Path file = json.toAbsolutePath();
    Path folder = file.getParent();
    if (Files.isDirectory(file)
        || folder == null
        || !Files.isWritable(folder)
        || (Files.exists(file) && !Files.isWritable(file))) {
      throw Refusal.usage("cannot write to --json " + json);
    }
    return file;
  }

  private void write(BenchResult result, BenchJson writer, @Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      writer.write(result, String.join(" ", Redaction.of(arguments)), file);
    } catch (IOException e) {
      throw Refusal.usage("cannot write to --json " + file + ": " + e.getMessage());
    }
  }
}
