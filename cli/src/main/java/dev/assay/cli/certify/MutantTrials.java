package dev.assay.cli.certify;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.cli.target.Workshop;
import dev.assay.fault.Criterion;
import dev.assay.fault.Match;
import dev.assay.fault.Mutation;
import dev.assay.fault.Rule;
import dev.assay.fault.mutant.Mutant;
import dev.assay.features.catalogue.Need;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.suite.SelectionException;
import dev.assay.features.suite.Suite;
import dev.assay.features.suite.SuiteSettings;
import dev.assay.features.wire.Endpoint;
import dev.assay.proxy.ProxyServer;
import dev.assay.reports.MutantReportWriter;
import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.MutantEvent;
import dev.assay.reports.event.MutantEvent.Verdict;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries the suite on stores that are wrong on purpose.
 *
 * <pre>
 *   store up ─► suite without a mutant: all pass? ─► for each mutant: proxy with its rule ─► suite
 *                                                       └─ a scenario fails: caught
 * </pre>
 *
 * Scenarios that need the proxy's control API are left out: they look at the proxy, not at the
 * store.
 */
public final class MutantTrials {
  private final MutantPlan plan;
  private final Certification certification;
  private final AssayBuild build;
  private final Clock clock;
  private final Certification.Screen screen;
  private final Interruption interruption = new Interruption();

  public MutantTrials(
      MutantPlan plan,
      Workshop workshop,
      AssayBuild build,
      Clock clock,
      Certification.Screen screen) {
    this.plan = plan;
    this.certification = new Certification(plan.basis(), workshop, build, clock, screen);
    this.build = build;
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Runs them.
   *
   * @return the process's exit code: 1 if a mutant survived or was not exercised, or if the
   *     baseline is not green
   * @throws Refusal when nothing could be tried
   */
  public int run() {
    return interruption.over(this::tryAll, screen);
  }

  /** Ends them early: returns when tables are deleted and reports written, or after a while. */
  public void interrupt() {
    interruption.ask(
        () -> screen.err().println("Interrupted: deleting tables and writing the report ..."));
  }

  private int tryAll() {
    List<ScenarioSpec> chosen =
        Selecting.scenarios(plan.basis().selection()).stream()
            .filter(scenario -> !scenario.needs().contains(Need.PROXY))
            .toList();
    if (chosen.isEmpty()) {
      throw Refusal.usage("every scenario of the selection looks at the proxy, none at the store");
    }
    Certification.requireWritable(plan.basis().reports());
    interruption.startsUp();
    try (Store store = certification.open(plan.basis().subject())) {
      new Probe(clock, plan.basis().credentials())
          .require(store, Endpoint.of(store.endpoint(), plan.basis().region()), screen.err());
      if (!interruption.begun()) {
        return Interruption.nothingRan(screen);
      }
      try (MutantReportWriter report =
          MutantReportWriter.open(plan.basis().reports(), started(store))) {
        return tryAll(store, chosen, report);
      }
    }
  }

  private int tryAll(Store store, List<ScenarioSpec> chosen, MutantReportWriter report) {
    MutantProgress progress = new MutantProgress(screen, plan.mutants().size());
    MutantRun baseline = new MutantRun(0);
    progress.baseline(chosen.size());
    Path journal = report.folder().resolve("journal");
    runOn(store, chosen, Optional.empty(), "base", baseline, journal);
    Set<String> passed = Set.copyOf(baseline.passed());
    List<ScenarioSpec> candidates =
        chosen.stream().filter(scenario -> passed.contains(scenario.id())).toList();
    List<String> leftOut =
        chosen.stream().map(ScenarioSpec::id).filter(id -> !passed.contains(id)).toList();
    report.accept(
        new MutantEvent.BaselineFinished(
            clock.instant(),
            candidates.stream()
                .map(scenario -> new MutantEvent.Candidate(scenario.id(), scenario.name()))
                .toList(),
            leftOut));
    boolean green = baseline.failed().isEmpty() && baseline.errors().isEmpty();
    progress.baselineFinished(baseline);
    List<MutantEvent.MutantFinished> finished = new ArrayList<>();
    if (!candidates.isEmpty() && (green || plan.passingOnly())) {
      for (Mutant mutant : plan.mutants()) {
        if (interruption.asked()) {
          break;
        }
        report.accept(new MutantEvent.MutantStarted(mutant.label(), clock.instant()));
        tried(store, mutant, candidates, journal)
            .ifPresent(
                result -> {
                  report.accept(result);
                  finished.add(result);
                  progress.mutant(mutant, result);
                });
      }
    }
    report.accept(new MutantEvent.TrialFinished(clock.instant(), interruption.asked()));
    progress.finished(plan.mutants(), finished, report.finish());
    return exitCode(finished);
  }

  private int exitCode(List<MutantEvent.MutantFinished> finished) {
    if (interruption.asked()) {
      return ExitCode.INTERRUPTED;
    }
    boolean all = finished.size() == plan.mutants().size();
    boolean holes =
        finished.stream()
            .map(MutantEvent.MutantFinished::verdict)
            .anyMatch(verdict -> verdict == Verdict.SURVIVED || verdict == Verdict.NOT_EXERCISED);
    return all && !holes ? ExitCode.OK : ExitCode.DIVERGENCE;
  }

  /** Empty when the trial was interrupted before the mutant had its verdict. */
  private Optional<MutantEvent.MutantFinished> tried(
      Store store, Mutant mutant, List<ScenarioSpec> candidates, Path journal) {
    MutantRun run = new MutantRun(plan.enough());
    long changed = 0;
    for (List<ScenarioSpec> part : parts(mutant, candidates)) {
      if (!part.isEmpty() && run.killers().isEmpty() && !interruption.asked()) {
        changed +=
            runOn(
                store,
                part,
                Optional.of(mutant),
                "m" + plan.mutants().indexOf(mutant),
                run,
                journal);
      }
    }
    if (interruption.asked() && run.killers().isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict =
        changed == 0
            ? mutant.waitingFor().isPresent() ? Verdict.WAITING : Verdict.NOT_EXERCISED
            : run.killers().isEmpty() ? Verdict.SURVIVED : Verdict.CAUGHT;
    return Optional.of(
        new MutantEvent.MutantFinished(
            mutant.label(),
            verdict,
            changed,
            run.ran(),
            run.killers(),
            run.errors(),
            clock.instant()));
  }

  /** Those about the mutant's operations come first; the others only if these let it live. */
  private List<List<ScenarioSpec>> parts(Mutant mutant, List<ScenarioSpec> candidates) {
    if (plan.enough() == 0) {
      return List.of(candidates);
    }
    Set<String> operations = mutant.operations();
    var byRelation =
        candidates.stream()
            .collect(
                Collectors.partitioningBy(
                    scenario -> scenario.operations().stream().anyMatch(operations::contains)));
    return List.of(
        byRelation.getOrDefault(true, List.of()), byRelation.getOrDefault(false, List.of()));
  }

  /** Runs the scenarios, and says how many exchanges the mutant has changed. */
  private long runOn(
      Store store,
      Collection<ScenarioSpec> scenarios,
      Optional<Mutant> mutant,
      String name,
      MutantRun run,
      Path journal) {
    Set<String> ids =
        scenarios.stream()
            .map(ScenarioSpec::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try (Route.Proxied route =
        Route.throughProxy(store.endpoint(), plan.basis(), journal.resolve(name))) {
      ProxyServer proxy = route.proxy();
      Optional<Rule> rule = mutant.map(MutantTrials::rule);
      rule.ifPresent(proxy.rules()::put);
      Suite suite = new Suite(settings(store, route, name, ids));
      run.stopWith(suite::stop);
      interruption.runs(suite);
      suite.run(run);
      rule.ifPresent(put -> run.met(proxy.mutants().scenarios(put.id())));
      return rule.map(put -> proxy.mutants().changes(put.id())).orElse(0L);
    } catch (SelectionException e) {
      throw new IllegalStateException("the catalogue's own ids are known to it", e);
    } finally {
      interruption.rests();
    }
  }

  private static Rule rule(Mutant mutant) {
    return Rule.of(
        mutant.label(),
        new Match(List.of(new Criterion.OperationIn(mutant.operations()))),
        new Mutation(mutant));
  }

  /**
   * Regions that are reached past the proxy would not meet the mutant: only those of a store that
   * serves all of them at one endpoint take part.
   */
  private List<Endpoint> otherRegions(Store store, Route route) {
    return store instanceof Store.OwnEngine ? certification.otherRegions(store, route) : List.of();
  }

  private SuiteSettings settings(Store store, Route route, String name, Set<String> ids) {
    Plan basis = plan.basis();
    return new SuiteSettings(
        Endpoint.of(route.endpoint(), basis.region()),
        otherRegions(store, route),
        basis.credentials(),
        Optional.empty(),
        // A store beside the proxy is not the one with the mutant.
        Optional.empty(),
        store.levers(),
        new SuiteSettings.Selection(Optional.empty(), ids, Set.of()),
        basis.parallel().orElse(store.parallelScenarios()),
        false,
        basis.prefix() + "-" + name,
        basis.seed(),
        Certification.REQUEST_DEADLINE,
        Certification.TABLE_DEADLINE);
  }

  private MutantEvent.TrialStarted started(Store store) {
    Plan basis = plan.basis();
    SuiteSettings.Selection selection = basis.selection();
    return new MutantEvent.TrialStarted(
        clock.instant(),
        new Target(store.name(), store.version(), store.endpoint().toString(), Target.Mode.PROXY),
        build,
        basis.seed(),
        ShellWords.join(basis.commandLine()),
        new Selection(
            selection.tagExpression().orElse(""),
            selection.tiers().stream().map(tier -> tier.label()).sorted().toList(),
            selection.ids().stream().sorted().toList()),
        plan.mutants().stream()
            .map(
                mutant ->
                    new MutantEvent.Mutant(
                        mutant.label(),
                        mutant.claim(),
                        List.copyOf(mutant.operations()),
                        mutant.waitingFor().orElse("")))
            .toList(),
        plan.enough());
  }
}
