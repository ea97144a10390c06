package dev.assay.features.result;

import dev.assay.features.catalogue.ScenarioSpec;

/** Told of a run as it happens, by one thread at a time. */
public interface RunListener {
  /**
   * @param total how many scenarios were selected
   */
  default void runStarted(int total, long seed) {}

  default void scenarioStarted(ScenarioSpec spec) {}

  default void scenarioFinished(ScenarioRecord result) {}

  default void runFinished(RunSummary summary) {}
}
