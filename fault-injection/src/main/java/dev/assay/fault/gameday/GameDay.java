package dev.assay.fault.gameday;

import java.util.List;
import java.util.Set;

/**
 * A rehearsed disaster.
 *
 * @param about what it is meant to show, in a sentence or two; may be empty
 * @param needs what the target must be able to do, in the words of the suite's capabilities
 * @param regions the regions that take part; empty for the target's own
 * @param steadyState what holds as long as all is well
 * @param prepare what is done to the target before any load, so that there is something to break
 * @param method what is done, in the order of time
 * @param rollback what is done in the end, whatever happened; healing comes after it by itself
 * @param checks names of checkers; empty for those that belong to the workload
 * @param stopWhen what ends the fault early
 */
public record GameDay(
    String title,
    String about,
    Set<String> needs,
    List<String> regions,
    WorkloadSpec workload,
    List<Tolerance> steadyState,
    Phases phases,
    List<Action> prepare,
    List<Step> method,
    List<Action> rollback,
    Objectives objectives,
    List<String> checks,
    List<StopCondition> stopWhen) {
  /** Copies what is in it. */
  public GameDay {
    needs = Set.copyOf(needs);
    regions = List.copyOf(regions);
    steadyState = List.copyOf(steadyState);
    prepare = List.copyOf(prepare);
    method = List.copyOf(method);
    rollback = List.copyOf(rollback);
    checks = List.copyOf(checks);
    stopWhen = List.copyOf(stopWhen);
  }

  /** Whether all is well as far as that load shows. */
  boolean isSteady(Sample sample) {
    return steadyState.stream()
        .allMatch(tolerance -> tolerance.holds(sample.of(tolerance.metric())));
  }
}
