package dev.assay.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What one seed does.
 *
 * @param seed also of the engine's own chance
 */
record Program(long seed, Conditions conditions, List<Step> steps) {
  Program {
    steps = List.copyOf(steps);
  }

  Setting setting() {
    return conditions.setting();
  }

  /** Without some of its steps. */
  Program without(int from, int to) {
    List<Step> fewer = new ArrayList<>(steps.subList(0, from));
    fewer.addAll(steps.subList(to, steps.size()));
    return new Program(seed, conditions, fewer);
  }
}
