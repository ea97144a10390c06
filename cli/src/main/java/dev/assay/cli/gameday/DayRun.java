package dev.assay.cli.gameday;

import dev.assay.cli.certify.ShellWords;
import dev.assay.cli.problem.Refusal;
import dev.assay.fault.gameday.Course;
import dev.assay.fault.gameday.Finding;
import dev.assay.fault.gameday.GameDay;
import dev.assay.fault.gameday.GameDayRunner;
import dev.assay.fault.gameday.Happening;
import dev.assay.fault.gameday.Judged;
import dev.assay.fault.gameday.Judgement;
import dev.assay.fault.gameday.Plan;
import dev.assay.fault.gameday.RigException;
import dev.assay.fault.gameday.WorkloadSpec;
import dev.assay.features.checker.Checker;
import dev.assay.features.checker.CheckerOptions;
import dev.assay.features.checker.Verdict;
import dev.assay.features.history.History;
import dev.assay.features.history.Mark;
import dev.assay.features.history.NanoClock;
import dev.assay.features.workload.Place;
import dev.assay.features.workload.Settings;
import dev.assay.features.workload.WorkloadRun;
import dev.assay.proxy.ProxyServer;
import dev.assay.reports.GameDayDocuments;
import dev.assay.reports.GameDayWriter;
import dev.assay.reports.ReportException;
import dev.assay.reports.event.GameDayEvent;
import dev.assay.reports.event.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One game day at one site, from the table to the report:
 *
 * <pre>
 *   workload ──► proxy ──► site      runner ──► levers, rules, calls
 *      │                                │
 *      └── history ──► checkers ──► judgement ──► events ──► reports
 * </pre>
 */
final class DayRun {
  private final Validation.Valid valid;
  private final DaySettings settings;
  private final Site site;
  private final Clock clock;
  private final NanoClock nanos;
  private final RealPace pace;
  private final PrintWriter err;

  DayRun(
      Validation.Valid valid,
      DaySettings settings,
      Site site,
      Clock clock,
      NanoClock nanos,
      RealPace pace,
      PrintWriter err) {
    this.valid = valid;
    this.settings = settings;
    this.site = site;
    this.clock = clock;
    this.nanos = nanos;
    this.pace = pace;
    this.err = err;
  }

  /**
   * What it came to.
   *
   * @param documents empty if they could not be written
   * @param begun false if it could not even begin
   */
  record Ended(
      List<Judged> judged,
      DayTable.Measures measures,
      Optional<GameDayDocuments> documents,
      boolean begun) {}

  /** Runs it. The report is written whatever happens to the target. */
  Ended run() throws InterruptedException, IOException {
    Instant start = clock.instant();
    try (GameDayWriter writer = GameDayWriter.open(settings.reports(), started())) {
      Outcome outcome = carryOut(writer);
      outcome.judged().forEach(judged -> writer.accept(DayEvents.of(judged)));
      Instant end = clock.instant();
      writer.accept(new GameDayEvent.DayFinished(end, pace.isInterrupted()));
      return new Ended(
          outcome.judged(),
          measures(outcome, Duration.between(start, end)),
          finish(writer),
          outcome.begun());
    }
  }

  private Optional<GameDayDocuments> finish(GameDayWriter writer) {
    try {
      return Optional.of(writer.finish(settings.baseline()));
    } catch (ReportException e) {
      err.println("assay: there is no report: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static DayTable.Measures measures(Outcome outcome, Duration lasted) {
    OptionalLong recovery =
        outcome.course().map(Course::recoveryNanos).orElse(OptionalLong.empty());
    return new DayTable.Measures(
        recovery.isPresent()
            ? OptionalDouble.of(recovery.getAsLong() / 1e9)
            : OptionalDouble.empty(),
        measure(outcome, "lost-writes", "lost_writes"),
        measure(outcome, "duplicates", "duplicates"),
        measure(outcome, "staleness", "stale_reads"),
        lasted);
  }

  private static OptionalDouble measure(Outcome outcome, String checker, String name) {
    return outcome.findings().stream()
        .filter(found -> found.checker().equals(checker) && found.word() != Finding.Word.UNKNOWN)
        .flatMap(found -> Optional.ofNullable(found.measures().get(name)).stream())
        .mapToDouble(value -> value)
        .findFirst();
  }

  private record Outcome(
      List<Judged> judged, Optional<Course> course, List<Finding> findings, boolean begun) {}

  private Outcome carryOut(GameDayWriter writer) throws InterruptedException, IOException {
    GameDay day = valid.file().day();
    try (ProxyServer proxy = DayRoute.open(site, settings, writer.folder().resolve("journal"));
        HttpRig rig = new HttpRig(site, proxy, clock, settings.credentials());
        WorkloadRun run = workload(day, proxy, writer.folder())) {
      WorkloadLoad load =
          new WorkloadLoad(
              run, DayRoute.places(known(day), site, proxy), rig::answers, pace::isInterrupted);
      try {
        GameDayRunner runner =
            new GameDayRunner(
                day, rig, load, pace, run.table(), happening -> tell(happening, writer));
        return judge(runner.run(), load.history(), writer);
      } catch (RigException e) {
        String reason = String.valueOf(e.getMessage());
        err.println("assay: the game day cannot begin: " + reason);
        return new Outcome(
            List.of(new Judged("begin", Judged.Outcome.UNKNOWN, "a table with load", reason)),
            Optional.empty(),
            List.of(),
            false);
      } finally {
        load.teardown()
            .ifPresent(table -> err.println("assay: the table " + table + " could not be deleted"));
      }
    }
  }

  private Outcome judge(Course course, History history, GameDayWriter writer) {
    writer.accept(DayEvents.measured(course));
    List<Finding> findings = new ArrayList<>();
    for (Checker checker : valid.checkers()) {
      Verdict verdict = checker.check(history, CheckerOptions.defaults());
      writer.accept(DayEvents.of(checker.name(), verdict));
      findings.add(DayEvents.finding(checker.name(), verdict));
    }
    writer.accept(DayEvents.moments(course, converged(history, findings)));
    return new Outcome(
        Judgement.of(valid.file().day(), course, findings), Optional.of(course), findings, true);
  }

  private static OptionalLong converged(History history, List<Finding> findings) {
    OptionalLong settled = history.lastMark(Mark.SETTLED);
    return findings.stream()
        .filter(finding -> settled.isPresent())
        .flatMap(finding -> Optional.ofNullable(finding.measures().get("convergence_ms")).stream())
        .mapToLong(millis -> settled.getAsLong() + Math.round(millis * 1e6))
        .findFirst();
  }

  private void tell(Happening happening, GameDayWriter writer) {
    writer.accept(DayEvents.of(happening));
    err.printf(
        "  %s  %-11s %s%n",
        Instant.ofEpochSecond(0, happening.nanos()).toString().substring(11, 21),
        happening.kind().name().toLowerCase(java.util.Locale.ROOT),
        happening.words());
    err.flush();
  }

  private List<String> known(GameDay day) {
    return day.regions().isEmpty() ? List.of(site.region()) : day.regions();
  }

  private WorkloadRun workload(GameDay day, ProxyServer proxy, Path folder) throws IOException {
    WorkloadSpec spec = day.workload();
    List<String> working = spec.regions().isEmpty() ? known(day) : spec.regions();
    List<Place> places = List.copyOf(DayRoute.places(working, site, proxy).values());
    Settings load =
        Settings.of(places, settings.credentials(), settings.seed())
            .withLoad(spec.clients(), spec.rate())
            .withParameters(valid.parameters())
            .withPrefix(settings.prefix())
            .withStrongRegions(spec.strongRegions())
            .withPatience(
                Duration.ofMillis(spec.attemptTimeoutMs()),
                Duration.ofMillis(spec.callTimeoutMs()),
                spec.attempts());
    try {
      return WorkloadRun.of(
          valid.workload(),
          load,
          nanos,
          Optional.of(folder.resolve("history.jsonl")),
          e ->
              err.println(
                  "assay: the history can be written no longer, it goes on in memory: "
                      + e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage(valid.file().source() + ": workload " + e.getMessage());
    }
  }

  private GameDayEvent.DayStarted started() {
    GameDay day = valid.file().day();
    Instant start = clock.instant();
    WorkloadSpec load = day.workload();
    Map<String, Long> parameters = new java.util.TreeMap<>(valid.parameters());
    return new GameDayEvent.DayStarted(
        start + "-" + settings.seed(),
        start,
        day.title(),
        day.about().replaceAll("\\s+", " "),
        new Target(
            site.store().name(),
            site.store().version(),
            site.store().endpoint().toString(),
            Target.Mode.PROXY),
        settings.build(),
        settings.seed(),
        ShellWords.join(settings.commandLine()),
        "%s, %d clients, %s operations a second%s"
            .formatted(
                load.name(),
                load.clients(),
                java.math.BigDecimal.valueOf(load.rate()).stripTrailingZeros().toPlainString(),
                parameters.isEmpty() ? "" : " " + parameters),
        Plan.of(day));
  }
}
