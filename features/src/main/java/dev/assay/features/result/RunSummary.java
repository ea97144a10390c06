package dev.assay.features.result;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param total how many scenarios were selected
 * @param counts how many ended in each way
 * @param failedUnconfirmed how many of the failed are about a detail that their source leaves open
 * @param leftoverTables tables that could not be deleted
 */
public record RunSummary(
    int total,
    Map<Outcome, Integer> counts,
    int failedUnconfirmed,
    Duration took,
    List<String> leftoverTables) {
  public RunSummary {
    counts = Map.copyOf(counts);
    leftoverTables = List.copyOf(leftoverTables);
  }

  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** How many were selected but did not run, because the run was stopped. */
  public int notRun() {
    return total - counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Failures by all scenarios, from 0 to 1. */
  public double divergence() {
    return total == 0 ? 0 : (double) count(Outcome.FAIL) / total;
  }

  /** Scenarios with a verdict by all scenarios, from 0 to 1. */
  public double coverage() {
    return total == 0 ? 0 : (double) (count(Outcome.PASS) + count(Outcome.FAIL)) / total;
  }
}
