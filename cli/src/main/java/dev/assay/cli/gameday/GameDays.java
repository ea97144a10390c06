package dev.assay.cli.gameday;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Workshop;
import dev.assay.fault.gameday.Judged;
import dev.assay.fault.gameday.Judgement;
import dev.assay.fault.gameday.Plan;
import dev.assay.features.history.NanoClock;
import dev.assay.reports.GameDayDocuments;
import dev.assay.reports.GameDayWriter;
import dev.assay.reports.ReportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs game days one after another, each against a target of its own. */
public final class GameDays {
  private static final long PATIENCE_AT_INTERRUPT_S = 60;

  private final List<DayFile> files;
  private final DaySettings settings;
  private final Workshop workshop;
  private final Clock clock;
  private final PrintWriter out;
  private final PrintWriter err;
  private final NanoClock nanos = NanoClock.ofThisMachine();
  private final RealPace pace = new RealPace(nanos);
  private final DayTable table = new DayTable();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param out plans and results
   * @param err what happens, and problems
   */
  public GameDays(
      List<DayFile> files,
      DaySettings settings,
      Workshop workshop,
      Clock clock,
      PrintWriter out,
      PrintWriter err) {
    this.files = List.copyOf(files);
    this.settings = settings;
    this.workshop = workshop;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /**
   * Validates all, then runs all.
   *
   * @return the process's exit code
   * @throws Refusal when one of them, or the target, will not do
   */
  public int run() throws InterruptedException, IOException {
    try {
      List<Validation.Valid> valid = files.stream().map(Validation::of).toList();
      settings.baseline().ifPresent(GameDayWriter::requireGameDay);
      int exit = ExitCode.OK;
      for (Validation.Valid day : valid) {
        if (!pace.isInterrupted()) {
          exit = worse(exit, valid.size() == 1 ? run(day) : oneOfMany(day));
        }
      }
      if (valid.size() > 1 && !settings.dryRun()) {
        table.print(out);
      }
      return pace.isInterrupted() ? ExitCode.INTERRUPTED : exit;
    } catch (ReportException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    } finally {
      ended.countDown();
    }
  }

  /** Heals, writes the report, and returns when that is done, or after a minute. */
  public void interrupt() {
    err.println("Interrupted: healing, then the verdicts and the report ...");
    pace.interrupt();
    try {
      var unused = ended.await(PATIENCE_AT_INTERRUPT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int worse(int one, int other) {
    List<Integer> bestFirst =
        List.of(
            ExitCode.OK,
            ExitCode.UNDECIDED,
            ExitCode.DIVERGENCE,
            ExitCode.USAGE,
            ExitCode.UNREACHABLE);
    return bestFirst.indexOf(one) >= bestFirst.indexOf(other) ? one : other;
  }

  /** A target that could not be brought up for one may well be for the next. */
  private int oneOfMany(Validation.Valid day) throws InterruptedException, IOException {
    try {
      return run(day);
    } catch (Refusal e) {
      err.println("assay: " + day.file().source() + ": " + e.getMessage());
      table.add(day.file().source(), "not run");
      return e.exitCode();
    }
  }

  private int run(Validation.Valid valid) throws InterruptedException, IOException {
    try (Site site = Site.open(settings, workshop, settings.build().version(), clock, err)) {
      Map<String, String> missing = look(valid, site);
      if (!missing.isEmpty()) {
        out.printf("UNSUPPORTED  %s%n", valid.file().day().title());
        missing.forEach((what, reason) -> out.printf("  needs %s: %s%n", what, reason));
        table.add(valid.file().source(), "unsupported");
        return settings.dryRun() ? ExitCode.USAGE : ExitCode.UNDECIDED;
      }
      if (settings.dryRun()) {
        Plan.of(valid.file().day()).forEach(out::println);
        out.println();
        return ExitCode.OK;
      }
      return carryOut(valid, site);
    }
  }

  /** Asks the target whether it can do all of it; returns what it lacks. */
  private Map<String, String> look(Validation.Valid valid, Site site) {
    try (Abilities abilities = new Abilities(site, clock, settings.credentials())) {
      Map<String, String> missing = Validation.missing(valid.file().day(), site, abilities);
      if (missing.isEmpty()) {
        List<String> warnings = new ArrayList<>(valid.warnings());
        warnings.addAll(Validation.levers(valid.file(), abilities));
        warnings.forEach(
            warning -> err.println("assay: warning: " + valid.file().source() + ": " + warning));
      }
      return missing;
    }
  }

  private int carryOut(Validation.Valid valid, Site site) throws InterruptedException, IOException {
    err.printf(
        "%s at %s %s (%s), seed %d%n",
        valid.file().day().title(),
        site.store().name(),
        site.store().version(),
        site.store().endpoint(),
        settings.seed());
    DayRun.Ended day = new DayRun(valid, settings, site, clock, nanos, pace, err).run();
    Judged.Outcome overall = Judgement.overall(day.judged());
    out.printf("%-8s %s%n", word(overall), valid.file().day().title());
    for (Judged judged : day.judged()) {
      out.printf(
          "  %-8s %s: %s; %s%n",
          word(judged.outcome()), judged.what(), judged.asked(), judged.measured());
    }
    site.store().remark().ifPresent(remark -> out.println("  note: " + remark));
    day.documents().ifPresent(this::print);
    out.flush();
    table.add(valid.file().source(), word(overall), day.measures());
    if (!day.begun()) {
      return ExitCode.UNREACHABLE;
    }
    return switch (overall) {
      case HELD -> ExitCode.OK;
      case BROKEN -> ExitCode.DIVERGENCE;
      case UNKNOWN -> ExitCode.UNDECIDED;
    };
  }

  private void print(GameDayDocuments documents) {
    out.println("  report   " + documents.page());
    out.println("  Allure   " + documents.allureReport());
    out.println("  JSON     " + documents.json());
    out.println("  JUnit    " + documents.junitXml());
    documents.baseline().ifPresent(before -> out.println("  against  " + before));
  }

  private static String word(Judged.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
