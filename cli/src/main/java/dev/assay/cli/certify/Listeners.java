package dev.assay.cli.certify;

import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import java.util.List;

/** Several listeners as one; each is told in the order given. */
record Listeners(List<RunListener> all) implements RunListener {
  @Override
  public void runStarted(int total, long seed) {
    all.forEach(listener -> listener.runStarted(total, seed));
  }

  @Override
  public void scenarioStarted(ScenarioSpec spec) {
    all.forEach(listener -> listener.scenarioStarted(spec));
  }

  @Override
  public void scenarioFinished(ScenarioRecord result) {
    all.forEach(listener -> listener.scenarioFinished(result));
  }

  @Override
  public void runFinished(RunSummary summary) {
    all.forEach(listener -> listener.runFinished(summary));
  }
}
