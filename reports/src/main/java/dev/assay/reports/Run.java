package dev.assay.reports;

import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.RunEvent.RunFinished;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.RunEvent.ScenarioStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tree that a run's events add up to.
 *
 * @param finished by scenario id; those that pass without their steps, which nothing prints and
 *     which would fill the memory
 * @param cutShort ids of scenarios that were started and never finished
 * @param interrupted whether the run ended before its selection did
 * @param lastSeen the end of the run, or the last sign of life of one that has no end
 */
record Run(
    RunStarted started,
    List<ScenarioFinished> finished,
    List<String> cutShort,
    boolean interrupted,
    Instant lastSeen) {

  /** Folds the events of a run's folder, telling {@code alsoTo} of each scenario in passing. */
  static Run read(Path folder, Consumer<ScenarioFinished> alsoTo) throws IOException {
    Fold fold = new Fold(alsoTo);
    EventLog.read(folder, fold::accept);
    return fold.result();
  }

  Tally tally() {
    return tallyOf(finished).outOf(started.total());
  }

  Duration duration() {
    return Duration.between(started.start(), lastSeen);
  }

  List<ScenarioFinished> with(Outcome outcome) {
    return finished.stream().filter(scenario -> scenario.outcome() == outcome).toList();
  }

  List<ScenarioFinished> unconfirmed() {
    return finished.stream().filter(verdict -> verdict.scenario().unconfirmed()).toList();
  }

  static Tally tallyOf(List<ScenarioFinished> finished) {
    Tally tally = Tally.NONE;
    for (ScenarioFinished scenario : finished) {
      tally = tally.plus(scenario.outcome());
    }
    return tally;
  }

  private static final class Fold {
    private final Consumer<ScenarioFinished> alsoTo;
    private final List<ScenarioFinished> finished = new ArrayList<>();
    private final Set<String> running = new LinkedHashSet<>();
    private @Nullable RunStarted started;
    private @Nullable RunFinished end;
    private Instant lastSeen = Instant.EPOCH;

    Fold(Consumer<ScenarioFinished> alsoTo) {
      this.alsoTo = alsoTo;
    }

    void accept(RunEvent event) {
      switch (event) {
        case RunStarted run -> {
          started = run;
          seen(run.start());
        }
        case ScenarioStarted scenario -> {
          running.add(scenario.id());
          seen(scenario.start());
        }
        case ScenarioFinished scenario -> {
          running.remove(scenario.scenario().id());
          seen(scenario.start().plus(scenario.duration()));
          alsoTo.accept(scenario);
          finished.add(scenario.outcome() == Outcome.PASS ? withoutSteps(scenario) : scenario);
        }
        case RunFinished run -> {
          end = run;
          lastSeen = run.end();
        }
      }
    }

    Run result() throws IOException {
      if (started == null) {
        throw new IOException("the event run-started is missing");
      }
      finished.sort(Comparator.comparing(verdict -> verdict.scenario().id()));
      boolean incomplete = finished.size() < started.total();
      boolean interrupted = end == null || end.interrupted() || incomplete;
      return new Run(started, List.copyOf(finished), List.copyOf(running), interrupted, lastSeen);
    }

    private void seen(Instant at) {
      if (at.isAfter(lastSeen)) {
        lastSeen = at;
      }
    }

    private static ScenarioFinished withoutSteps(ScenarioFinished full) {
      return new ScenarioFinished(
          full.scenario(),
          full.outcome(),
          full.reason(),
          full.start(),
          full.duration(),
          List.of(),
          full.failure());
    }
  }
}
