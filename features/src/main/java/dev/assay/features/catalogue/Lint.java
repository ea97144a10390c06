package dev.assay.features.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that every scenario must keep; the build fails on the first that does not. */
public final class Lint {
  private Lint() {}

  /**
   * What is wrong, one sentence each, by file and line.
   *
   * @param retired ids of scenarios that once were, and that no scenario may take again
   */
  public static List<String> check(Catalogue catalogue, Set<String> retired) {
    List<String> problems = new ArrayList<>(catalogue.problems());
    Map<String, ScenarioSpec> byId = new HashMap<>();
    for (ScenarioSpec spec : catalogue.scenarios()) {
      checkId(spec, byId, retired, problems);
      checkShape(spec, problems);
    }
    problems.sort(Comparator.naturalOrder());
    return problems;
  }

  private static void checkId(
      ScenarioSpec spec,
      Map<String, ScenarioSpec> byId,
      Set<String> retired,
      List<String> problems) {
    if (retired.contains(spec.baseId()) || retired.contains(spec.id())) {
      problems.add(where(spec) + "id " + spec.id() + " is retired and may not be used again");
    }
    ScenarioSpec whole = byId.putIfAbsent(spec.id(), spec);
    ScenarioSpec base = byId.putIfAbsent(spec.baseId(), spec);
    ScenarioSpec other = whole != null ? whole : base;
    if (whole != null
        || (base != null
            && !(base.file().equals(spec.file()) && base.declaredLine() == spec.declaredLine()))) {
      problems.add(
          where(spec) + "id " + spec.id() + " is used by " + other.file() + ":" + other.line());
    }
  }

  private static void checkShape(ScenarioSpec spec, List<String> problems) {
    if (spec.rule().isBlank()) {
      problems.add(where(spec) + "stands under no Rule");
    }
    if (spec.steps().action() != 1) {
      problems.add(where(spec) + "has " + spec.steps().action() + " When steps instead of one");
    }
    if (spec.steps().outcome() == 0) {
      problems.add(where(spec) + "has no Then step");
    }
  }

  private static String where(ScenarioSpec spec) {
    return spec.file() + ":" + spec.line() + " '" + spec.name() + "': ";
  }
}
