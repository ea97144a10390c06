package dev.assay.cli.certify;

import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.ScenarioRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the scenarios came to under one mutant, or under none. */
final class MutantRun implements RunListener {
  private final int enough;
  private final List<String> ran = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final Set<String> met = new HashSet<>();
  private final List<String> errors = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();
  private Runnable stop = () -> {};

  /**
   * @param enough failures after which no more scenarios are begun; 0 for no such number
   */
  MutantRun(int enough) {
    this.enough = enough;
  }

  /** What ends the suite that this listens to. */
  void stopWith(Runnable how) {
    stop = how;
  }

  @Override
  public void scenarioFinished(ScenarioRecord result) {
    String id = result.spec().id();
    ran.add(id);
    switch (result.outcome()) {
      case PASS -> passed.add(id);
      case FAIL -> failed.add(id);
      case ERROR -> errors.add(id);
      case UNSUPPORTED -> {
        // Declined under a mutant or not: no verdict about it.
      }
    }
    if (result.outcome() == Outcome.FAIL && failed.size() == enough) {
      stop.run();
    }
  }

  List<String> ran() {
    return ran;
  }

  List<String> passed() {
    return passed;
  }

  List<String> failed() {
    return failed;
  }

  /** Those that failed and of which the mutant has changed an exchange: only they have met it. */
  List<String> killers() {
    return failed.stream().filter(met::contains).toList();
  }

  /** Notes whose exchanges the mutant has changed. */
  void met(Set<String> scenarios) {
    met.addAll(scenarios);
  }

  List<String> errors() {
    return errors;
  }
}
