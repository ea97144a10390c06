package dev.assay.features.checker.linear;

import java.util.List;
import java.util.stream.Stream;

/** Who must, and who may, still look at each state, and who may still write it. */
final class Demand {
  private final int[] mustLook;
  private final int[] mayLook;
  private final int[] mayWrite;

  Demand(List<Step> required, List<Step> optional) {
    int states =
        1
            + Stream.concat(required.stream(), optional.stream())
                .mapToInt(step -> Math.max(step.expected(), step.value()))
                .max()
                .orElse(0);
    mustLook = new int[Math.max(1, states)];
    mayLook = new int[Math.max(1, states)];
    mayWrite = new int[Math.max(1, states)];
    required.forEach(this::unplaced);
    optional.forEach(this::unplaced);
  }

  void placed(Step step) {
    count(step, -1);
  }

  void unplaced(Step step) {
    count(step, 1);
  }

  private void count(Step step, int by) {
    if (step.observes()) {
      mayLook[step.expected()] += by;
      mustLook[step.expected()] += step.required() ? by : 0;
    }
    if (step.writes()) {
      mayWrite[step.value()] += by;
    }
  }

  /** Whether a required step looks for that state and nothing can bring it back. */
  boolean mustBeSeen(int state) {
    return within(state) && mustLook[state] > 0 && mayWrite[state] == 0;
  }

  boolean mayBeSeen(int state) {
    return within(state) && mayLook[state] > 0;
  }

  private boolean within(int state) {
    return state >= 0 && state < mayLook.length;
  }
}
