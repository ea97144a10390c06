package dev.assay.cli;

import dev.assay.cli.certify.Subject;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.cli.target.RunningTarget;
import dev.assay.cli.target.Targets;
import dev.assay.engine.Engine;
import dev.assay.features.checker.Checker;
import dev.assay.features.history.History;
import dev.assay.features.history.NanoClock;
import dev.assay.features.history.Op;
import dev.assay.features.workload.Place;
import dev.assay.features.workload.Settings;
import dev.assay.features.workload.Workload;
import dev.assay.features.workload.WorkloadException;
import dev.assay.features.workload.WorkloadRun;
import dev.assay.features.workload.Workloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay workload run}: runs a workload against a store and has its history judged. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Run a workload against a store, record what its clients saw, and judge it.",
      "Without --endpoint and --target it runs against Assay's own reference engine.",
      "Exit codes: 0 valid, 1 invalid, 4 unknown."
    })
final class WorkloadRunCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final double SECONDS_WITHOUT_END = 10;
  private static final Duration PATIENCE_AT_INTERRUPT = Duration.ofSeconds(30);

  private final Surroundings surroundings;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean interrupted;
  private volatile @Nullable WorkloadRun running;

  @Parameters(paramLabel = "NAME", description = "Which workload; 'assay workload' lists them.")
  private String name = "";

  @Option(
      names = "--endpoint",
      paramLabel = "[REGION=]URL",
      description =
          "Where clients go, for example http://127.0.0.1:8000; may be repeated, clients are dealt"
              + " out in turn. With regions the table is replicated to each.")
  private List<String> endpoints = List.of();

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A known store to start and stop; see 'assay targets'.")
  private @Nullable String target;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Region to sign for (default: the endpoint's, AWS_REGION, or us-east-1).")
  private @Nullable String region;

  @Mixin private final Keys keys = new Keys();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of operations, keys and values (default: a new one, which is printed).")
  private @Nullable Long seed;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "10",
      description = "Clients, each of which asks one thing at a time (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Operations a second that fall due, however long they take (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "How long load goes on (default: 10, unless --ops is given).")
  private @Nullable Double duration;

  @Option(names = "--ops", paramLabel = "N", description = "After how many operations to end.")
  private @Nullable Long operations;

  @Option(
      names = "--param",
      paramLabel = "NAME=N",
      description = "A parameter of the workload; may be repeated.")
  private Map<String, Long> parameters = Map.of();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Where the history is written (default: a new folder under reports/runs).")
  private @Nullable Path historyFile;

  @Option(
      names = "--check",
      paramLabel = "NAME",
      split = ",",
      description = "Judge by these checkers only (default: those that suit the workload).")
  private List<String> checkers = List.of();

  @Mixin private final Judging judging = new Judging();

  @Mixin private final WorkloadStage stage = new WorkloadStage();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "Requests that the SDK may make of an operation (default: the SDK's own).")
  private @Nullable Integer attempts;

  @Option(
      names = "--attempt-timeout-ms",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How long one request may take (default: ${DEFAULT-VALUE}).")
  private long attemptTimeoutMillis;

  @Option(
      names = "--call-timeout-ms",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How long an operation may take with all attempts (default: ${DEFAULT-VALUE}).")
  private long callTimeoutMillis;

  @Option(
      names = "--settle-ms",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "How long endpoints may take to agree after load has ended (default: ${DEFAULT-VALUE}).")
  private long settleMillis;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "assay",
      description = "Start of the table's name (default: ${DEFAULT-VALUE}).")
  private String prefix = "";

  WorkloadRunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workload workload = workload();
    List<Checker> chosen = checkers.stream().map(Judging::named).toList();
    judging.options();
    if (!endpoints.isEmpty() && target != null) {
      throw Refusal.usage("--endpoint and --target exclude each other");
    }
    stage.check(!endpoints.isEmpty() || target != null);
    if (stage.strong() && workload.transactional()) {
      throw Refusal.usage(
          "tables that are strongly consistent across regions take no transactions, and "
              + workload.name()
              + " is made of them");
    }
    // Whatever is wrong with the command line is said before anything is started.
    settings(List.of(new Place("none", URI.create("http://127.0.0.1"), Optional.empty(), "none")));
    surroundings.interrupts().onInterrupt(this::interrupt);
    try {
      if (target != null) {
        try (RunningTarget started =
            RunningTarget.start(
                Targets.named(target), surroundings.workshop(), surroundings.clock())) {
          return run(workload, chosen, List.of(place(started.endpoint())));
        }
      }
      if (endpoints.isEmpty()) {
        try (Engine engine = stage.engine()) {
          Place whole = place(URI.create(HostAndPort.url(engine.address())));
          return run(workload, chosen, stage.places(whole));
        }
      }
      return run(workload, chosen, endpoints.stream().map(this::place).toList());
    } finally {
      ended.countDown();
    }
  }

  private Workload workload() {
    return Workloads.named(name)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no workload '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name, Workloads.all().stream().map(Workload::name).toList())));
  }

  private int run(Workload workload, List<Checker> chosen, List<Place> stores)
      throws IOException, InterruptedException {
    long seeded = settings(stores).seed();
    seed = seeded;
    Path file = historyFile();
    History history;
    Optional<Path> journal;
    try (WorkloadStage.Staged staged = stage.stage(stores, seeded, folderOf(file))) {
      history = load(workload, staged, file);
      journal = staged.journal();
    }
    // The proxy has ended, and with it its journal.
    Verdicts verdicts = new Verdicts(surroundings.out(), file);
    List<Checker> judges = checkers(workload, chosen, stores);
    int verdict =
        journal.isEmpty()
            ? verdicts.judge(history, judges, judging.options())
            : verdicts.judge(
                history,
                judges,
                judging.options(),
                JournalEvidence.read(journal.get(), history.header()));
    return interrupted ? ExitCode.INTERRUPTED : verdict;
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private History load(Workload workload, WorkloadStage.Staged staged, Path file)
      throws IOException, InterruptedException {
    List<Place> places = staged.places();
    Settings settings = settings(places);
    try (WorkloadRun run = open(workload, settings, file)) {
      running = run;
      surroundings
          .err()
          .printf(
              "%s at %s: %d clients, %s operations a second, seed %d, table %s%n",
              workload.name(),
              String.join(", ", places.stream().map(place -> place.uri().toString()).toList()),
              settings.clients(),
              number(settings.rate()),
              settings.seed(),
              run.table());
      try {
        carryOut(run, staged);
      } finally {
        staged.heal();
        run.teardown()
            .ifPresent(
                table ->
                    surroundings
                        .err()
                        .println("assay: the table " + table + " could not be deleted"));
      }
      History history = run.history();
      report(run, history, file);
      return history;
    }
  }

  private WorkloadRun open(Workload workload, Settings settings, Path file) {
    try {
      return WorkloadRun.of(
          workload,
          settings,
          NanoClock.ofThisMachine(),
          Optional.of(file),
          e ->
              surroundings
                  .err()
                  .println(
                      "assay: the history can be written no longer, it goes on in memory: "
                          + e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refusal.usage("the history " + file + " cannot be written: " + e.getMessage());
    }
  }

  private void carryOut(WorkloadRun run, WorkloadStage.Staged staged) throws InterruptedException {
    try {
      run.setup();
    } catch (WorkloadException e) {
      throw Refusal.unreachable(String.valueOf(e.getMessage()));
    }
    Thread shown = Thread.ofPlatform().daemon().start(() -> showProgress(run));
    run.run();
    shown.interrupt();
    shown.join();
    staged.heal();
    if (!interrupted) {
      run.settle(Duration.ofMillis(settleMillis));
    }
  }

  private void showProgress(WorkloadRun run) {
    try {
      while (!ended.await(surroundings.terminal() ? 500 : 5_000, TimeUnit.MILLISECONDS)) {
        String line =
            "%s%,d operations%s"
                .formatted(
                    surroundings.terminal() ? "\r\u001b[K" : "", run.progress().ended(), late(run));
        surroundings.err().print(surroundings.terminal() ? line : line + "\n");
        surroundings.err().flush();
      }
    } catch (InterruptedException e) {
      // Load has ended: what came of it is said elsewhere.
      surroundings.err().print(surroundings.terminal() ? "\r\u001b[K" : "");
      surroundings.err().flush();
    }
  }

  private static String late(WorkloadRun run) {
    long millis = run.progress().mostLateNanos() / 1_000_000;
    return millis < 100
        ? ""
        : ", up to %,d ms late: more --clients or a lower --rate would keep up".formatted(millis);
  }

  private void report(WorkloadRun run, History history, Path file) {
    long retried = history.ops().stream().filter(op -> op.attempts() > 1).count();
    long open = history.ops().stream().mapToLong(Op::unanswered).sum();
    surroundings
        .out()
        .printf(
            "%s%s; %,d retried by the SDK, %,d attempts without an answer%s%n",
            interrupted ? "interrupted after " : "", history.counts(), retried, open, late(run));
    surroundings.out().printf("history  %s%n", file);
  }

  private List<Checker> checkers(Workload workload, List<Checker> chosen, List<Place> places) {
    if (!chosen.isEmpty()) {
      return chosen;
    }
    int regions = stage.strong() ? 1 : (int) places.stream().map(Place::region).distinct().count();
    return workload.checkers(regions).stream().map(Judging::named).toList();
  }

  /** Ctrl-C: no more load, the table is deleted, what was seen so far is judged. */
  private void interrupt() {
    interrupted = true;
    surroundings.err().println("Interrupted: ending the clients and deleting the table ...");
    WorkloadRun run = running;
    if (run != null) {
      run.stop();
    }
    try {
      var unused = ended.await(PATIENCE_AT_INTERRUPT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings(List<Place> places) {
    if (duration != null && !(duration > 0)) {
      throw Refusal.usage("--duration must be above 0, was " + duration);
    }
    if (operations != null) {
      Judging.atLeast("--ops", operations, 1);
    }
    if (attempts != null) {
      Judging.atLeast("--attempts", attempts, 1);
    }
    Judging.atLeast("--settle-ms", settleMillis, 0);
    boolean endless = duration == null && operations == null;
    Optional<Double> seconds =
        endless ? Optional.of(SECONDS_WITHOUT_END) : Optional.ofNullable(duration);
    boolean amazon = places.stream().anyMatch(place -> new Subject.Remote(place.uri()).isAmazon());
    try {
      return Settings.of(
              places,
              keys.credentials(surroundings.environment(), amazon),
              seed != null ? seed : surroundings.seeds().getAsLong())
          .withLoad(clients, rate)
          .withEnd(
              operations == null ? OptionalLong.empty() : OptionalLong.of(operations),
              seconds.map(s -> Duration.ofNanos(Math.round(s * 1e9))))
          .withParameters(parameters)
          .withPrefix(prefix)
          .withStrongRegions(stage.strong())
          .withPatience(
              Duration.ofMillis(Judging.atLeast("--attempt-timeout-ms", attemptTimeoutMillis, 1)),
              Duration.ofMillis(Judging.atLeast("--call-timeout-ms", callTimeoutMillis, 1)),
              attempts == null ? OptionalInt.empty() : OptionalInt.of(attempts));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + String.valueOf(e.getMessage()));
    }
  }

  private Place place(URI uri) {
    String signed = Region.of(region, new Subject.Remote(uri), surroundings.environment());
    return new Place(uri.getHost() + ":" + uri.getPort(), uri, streams(uri), signed);
  }

  private Place place(String text) {
    int equals = text.indexOf('=');
    boolean named = equals > 0 && !text.substring(0, equals).contains("/");
    URI uri = url(named ? text.substring(equals + 1) : text);
    if (!named) {
      return place(uri);
    }
    String given = text.substring(0, equals);
    return new Place(given, uri, streams(uri), given);
  }

  /** Amazon's streams have a host of their own. */
  private static Optional<URI> streams(URI uri) {
    return new Subject.Remote(uri).isAmazon() && uri.getHost().startsWith("dynamodb.")
        ? Optional.of(URI.create(uri.getScheme() + "://streams." + uri.getHost()))
        : Optional.empty();
  }

  private static URI url(String text) {
    return StoreUrl.read(text)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "--endpoint must be a URL such as http://127.0.0.1:8000, or REGION=URL, was '"
                        + text
                        + "'"));
  }

  private Path historyFile() {
    Path file =
        historyFile != null
            ? historyFile.toAbsolutePath()
            : surroundings
                .root()
                .resolve("reports/runs")
                .resolve(TIME.format(surroundings.clock().instant()) + "-" + name)
                .resolve("history.jsonl");
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw Refusal.usage("the history " + file + " cannot be written: " + e.getMessage());
    }
    return file;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? "%.0f".formatted(value) : Double.toString(value);
  }
}
