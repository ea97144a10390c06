package dev.assay.cli.certify;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Workshop;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.auth.AuthFile;
import dev.assay.features.catalogue.Need;
import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunSummary;
import dev.assay.features.suite.SelectionException;
import dev.assay.features.suite.Suite;
import dev.assay.features.suite.SuiteSettings;
import dev.assay.features.wire.Endpoint;
import dev.assay.reports.Documents;
import dev.assay.reports.ReportWriter;
import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Carries out a plan.
 *
 * <pre>
 *   selection known? ─► store up ─► answers as DynamoDB? ─► proxy before it ─► suite ─► reports
 *        (2)              (3)              (3)                                            (0, 1)
 * </pre>
 *
 * What was brought up is brought down in the opposite order, also after a refusal and after {@link
 * #interrupt}.
 */
public final class Certification {
  static final Duration REQUEST_DEADLINE = Duration.ofSeconds(30);
  static final Duration TABLE_DEADLINE = Duration.ofSeconds(60);

  private final Plan plan;
  private final Workshop workshop;
  private final AssayBuild build;
  private final Clock clock;
  private final Screen screen;
  private final Interruption interruption = new Interruption();

  /**
   * Where a certification speaks to the user.
   *
   * @param out the result
   * @param err progress
   * @param terminal whether {@code err} is a terminal
   */
  public record Screen(PrintWriter out, PrintWriter err, boolean terminal) {}

  public Certification(Plan plan, Workshop workshop, AssayBuild build, Clock clock, Screen screen) {
    this.plan = plan;
    this.workshop = workshop;
    this.build = build;
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Runs it.
   *
   * @return the process's exit code
   * @throws Refusal when nothing could be certified
   */
  public int run() {
    return interruption.over(this::prepareAndRun, screen);
  }

  /**
   * Ends it early: returns when the tables are deleted and the reports are written, or after half a
   * minute.
   */
  public void interrupt() {
    interruption.ask(
        () ->
            screen
                .err()
                .println(
                    (screen.terminal() ? "\r\u001b[K" : "")
                        + "Interrupted: deleting tables and writing the reports ..."));
  }

  private int prepareAndRun() {
    int total = Selecting.count(plan.selection());
    requireWritable(plan.reports());
    interruption.startsUp();
    try (Store store = open(plan.subject())) {
      Endpoint endpoint = Endpoint.of(store.endpoint(), plan.region());
      new Probe(clock, plan.credentials()).require(store, endpoint, screen.err());
      if (!interruption.begun()) {
        return Interruption.nothingRan(screen);
      }
      Instant start = clock.instant();
      try (ReportWriter writer = ReportWriter.open(plan.reports(), started(store, start, total))) {
        RunSummary summary = runSuite(store, writer);
        Documents documents = writer.finish();
        new Result(store, plan, summary, documents).print(screen.out());
        return exitCode(summary);
      }
    }
  }

  private RunSummary runSuite(Store store, ReportWriter writer) {
    try (Route route = Route.to(store.endpoint(), plan, writer.folder().resolve("journal"))) {
      Suite suite = new Suite(settings(store, route));
      interruption.runs(suite);
      return suite.run(
          new Listeners(
              List.of(
                  new Reporting(writer, clock, ShellWords.join(plan.rerun())),
                  new Progress(screen.err(), screen.terminal()))));
    } catch (SelectionException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
  }

  Store open(Subject subject) {
    return switch (subject) {
      case Subject.ReferenceEngine own ->
          new Store.OwnEngine(Store.OwnEngine.start(engine()), build.version(), guard());
      case Subject.Known known ->
          Store.Started.start(known.target(), workshop, clock, screen.err());
      case Subject.Remote remote -> new Store.Elsewhere(remote.endpoint(), remote.levers());
    };
  }

  private EngineSettings engine() {
    return Store.OwnEngine.settings(clock, screen.err());
  }

  /**
   * A second engine, which knows the run's keys and no others. It is not the first one that checks
   * signatures: the levers move that one's clock, by which a signature is too old or too new.
   */
  private Optional<Engine> guard() {
    boolean wanted =
        Selecting.scenarios(plan.selection()).stream()
            .anyMatch(scenario -> scenario.needs().contains(Need.AUTH));
    AwsCredentialsIdentity keys = plan.credentials().get();
    String token =
        keys instanceof AwsSessionCredentialsIdentity session ? session.sessionToken() : null;
    return wanted
        ? Optional.of(
            Store.OwnEngine.start(
                engine()
                    .withAuth(AuthFile.ofOne(keys.accessKeyId(), keys.secretAccessKey(), token))))
        : Optional.empty();
  }

  private SuiteSettings settings(Store store, Route route) {
    return new SuiteSettings(
        Endpoint.of(route.endpoint(), plan.region()),
        otherRegions(store, route),
        plan.credentials(),
        route.control(),
        store.guarded().map(url -> Endpoint.of(url, plan.region())),
        store.levers(),
        plan.selection(),
        plan.parallel().orElse(store.parallelScenarios()),
        plan.failFast(),
        plan.prefix(),
        plan.seed(),
        REQUEST_DEADLINE,
        TABLE_DEADLINE);
  }

  /** The engine of this process serves every region at one endpoint; others have one for each. */
  List<Endpoint> otherRegions(Store store, Route route) {
    if (store instanceof Store.OwnEngine) {
      return RegionSets.besides(plan.region()).stream()
          .map(region -> Endpoint.of(route.endpoint(), region))
          .toList();
    }
    return plan.regionEndpoints().entrySet().stream()
        .map(entry -> Endpoint.of(entry.getValue(), entry.getKey()))
        .toList();
  }

  private RunStarted started(Store store, Instant start, int total) {
    SuiteSettings.Selection selection = plan.selection();
    return new RunStarted(
        start + "-" + plan.seed(),
        start,
        new Target(
            store.name(),
            store.version(),
            store.endpoint().toString(),
            plan.direct() ? Target.Mode.DIRECT : Target.Mode.PROXY),
        build,
        plan.seed(),
        ShellWords.join(plan.commandLine()),
        new Selection(
            selection.tagExpression().orElse(""),
            selection.tiers().stream().map(tier -> tier.label()).sorted().toList(),
            selection.ids().stream().sorted().toList()),
        total);
  }

  private int exitCode(RunSummary summary) {
    if (interruption.asked()) {
      return ExitCode.INTERRUPTED;
    }
    boolean clean = summary.count(Outcome.FAIL) == 0 && summary.count(Outcome.ERROR) == 0;
    return clean ? ExitCode.OK : ExitCode.DIVERGENCE;
  }

  static void requireWritable(Path reports) {
    try {
      Path runs = Files.createDirectories(reports.resolve("runs"));
      Files.delete(Files.createTempFile(runs, ".", ".writable"));
    } catch (IOException e) {
      throw Refusal.usage(
          "the report folder " + reports + " cannot be written; choose another with --reports");
    }
  }
}
