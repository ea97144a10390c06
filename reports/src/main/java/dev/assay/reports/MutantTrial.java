package dev.assay.reports;

import dev.assay.reports.event.MutantEvent;
import dev.assay.reports.event.MutantEvent.BaselineFinished;
import dev.assay.reports.event.MutantEvent.Candidate;
import dev.assay.reports.event.MutantEvent.MutantFinished;
import dev.assay.reports.event.MutantEvent.MutantStarted;
import dev.assay.reports.event.MutantEvent.TrialFinished;
import dev.assay.reports.event.MutantEvent.TrialStarted;
import dev.assay.reports.event.MutantEvent.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a trial add up to.
 *
 * @param finished in the order in which the mutants were tried
 * @param interrupted whether the trial ended before all mutants were tried
 */
record MutantTrial(
    TrialStarted started,
    Optional<BaselineFinished> baseline,
    List<MutantFinished> finished,
    boolean interrupted,
    Instant lastSeen) {

  static final String FILE_NAME = "mutants.jsonl";

  /**
   * How much a scenario is worth.
   *
   * @param tried under how many mutants it ran
   * @param kills how many of them it caught
   */
  record Worth(Candidate scenario, int tried, int kills) {}

  static MutantTrial read(Path folder) throws IOException {
    Fold fold = new Fold();
    EventLog.read(folder.resolve(FILE_NAME), MutantEvent.class, fold::accept);
    return fold.result();
  }

  List<MutantFinished> with(Verdict verdict) {
    return finished.stream().filter(mutant -> mutant.verdict() == verdict).toList();
  }

  String claim(MutantFinished mutant) {
    return started.mutants().stream()
        .filter(known -> known.name().equals(mutant.mutant()))
        .map(MutantEvent.Mutant::claim)
        .findFirst()
        .orElse("");
  }

  /** What the suite lacks to exercise it; empty when nobody said. */
  String waitingFor(MutantFinished mutant) {
    return started.mutants().stream()
        .filter(known -> known.name().equals(mutant.mutant()))
        .map(MutantEvent.Mutant::waitingFor)
        .findFirst()
        .orElse("");
  }

  Duration duration() {
    return Duration.between(started.start(), lastSeen);
  }

  /** Every scenario of the baseline, the deadliest first. */
  List<Worth> worths() {
    Map<String, Integer> tried = new HashMap<>();
    Map<String, Integer> kills = new HashMap<>();
    for (MutantFinished mutant : finished) {
      mutant.ran().forEach(id -> tried.merge(id, 1, Integer::sum));
      mutant.killers().forEach(id -> kills.merge(id, 1, Integer::sum));
    }
    List<Worth> worths = new ArrayList<>();
    for (Candidate candidate : baseline.map(BaselineFinished::candidates).orElse(List.of())) {
      worths.add(
          new Worth(
              candidate,
              tried.getOrDefault(candidate.id(), 0),
              kills.getOrDefault(candidate.id(), 0)));
    }
    worths.sort(
        Comparator.comparingInt(Worth::kills)
            .reversed()
            .thenComparing(worth -> worth.scenario().id()));
    return worths;
  }

  private static final class Fold {
    private final List<MutantFinished> finished = new ArrayList<>();
    private @Nullable TrialStarted started;
    private @Nullable BaselineFinished baseline;
    private @Nullable TrialFinished end;
    private Instant lastSeen = Instant.EPOCH;

    void accept(MutantEvent event) {
      switch (event) {
        case TrialStarted trial -> {
          started = trial;
          lastSeen = trial.start();
        }
        case BaselineFinished without -> {
          baseline = without;
          lastSeen = without.end();
        }
        case MutantStarted mutant -> lastSeen = mutant.start();
        case MutantFinished mutant -> {
          finished.add(mutant);
          lastSeen = mutant.end();
        }
        case TrialFinished trial -> {
          end = trial;
          lastSeen = trial.end();
        }
      }
    }

    MutantTrial result() throws IOException {
      TrialStarted begun = started;
      if (begun == null) {
        throw new IOException("the event trial-started is missing");
      }
      TrialFinished ended = end;
      return new MutantTrial(
          begun,
          Optional.ofNullable(baseline),
          List.copyOf(finished),
          ended == null || ended.interrupted() || finished.size() < begun.mutants().size(),
          lastSeen);
    }
  }
}
