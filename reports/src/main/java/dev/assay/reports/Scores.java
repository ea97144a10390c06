package dev.assay.reports;

import dev.assay.reports.event.RunEvent.ScenarioFinished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Tallies of the finished scenarios under one heading each. */
record Scores(List<Score> scores) {

  private static final List<String> TIER_ORDER = List.of("core", "complete", "strict", "resilient");

  /** One heading and what ended how under it. */
  record Score(String name, Tally tally) {}

  /** By tier, the most basic first. */
  static Scores byTier(Run run) {
    Comparator<String> order =
        Comparator.comparingInt(Scores::tierRank).thenComparing(Comparator.naturalOrder());
    return by(run, verdict -> List.of(verdict.scenario().tier()), order);
  }

  /** By operation; a scenario about two operations counts under both. */
  static Scores byOperation(Run run) {
    return by(
        run,
        verdict ->
            verdict.scenario().operations().isEmpty()
                ? List.of("(no single operation)")
                : verdict.scenario().operations(),
        Comparator.naturalOrder());
  }

  private static int tierRank(String tier) {
    int rank = TIER_ORDER.indexOf(tier);
    return rank < 0 ? TIER_ORDER.size() : rank;
  }

  private static Scores by(
      Run run, Function<ScenarioFinished, List<String>> headings, Comparator<String> order) {
    Map<String, Tally> tallies = new TreeMap<>(order);
    for (ScenarioFinished verdict : run.finished()) {
      for (String heading : headings.apply(verdict)) {
        tallies.merge(heading, Tally.NONE.plus(verdict.outcome()), Tally::plus);
      }
    }
    List<Score> scores = new ArrayList<>();
    tallies.forEach((name, tally) -> scores.add(new Score(name, tally)));
    return new Scores(List.copyOf(scores));
  }
}
