package dev.assay.fault.gameday;

import java.util.ArrayList;
import java.util.List;

/** What a game day is going to do, for people to read before it does it. */
public final class Plan {
  private Plan() {}

  /** The plan, line by line. */
  public static List<String> of(GameDay day) {
    List<String> lines = new ArrayList<>();
    lines.add(day.title());
    if (!day.about().isEmpty()) {
      lines.add("  " + day.about().replaceAll("\\s+", " "));
    }
    if (!day.needs().isEmpty()) {
      lines.add("needs         " + String.join(", ", day.needs().stream().sorted().toList()));
    }
    if (!day.regions().isEmpty()) {
      lines.add("regions       " + String.join(", ", day.regions()));
    }
    WorkloadSpec load = day.workload();
    lines.add(
        "workload      "
            + load.name()
            + ", "
            + load.clients()
            + " clients, "
            + Numbers.text(load.rate())
            + " operations a second"
            + (load.regions().isEmpty() ? "" : ", in " + String.join(", ", load.regions()))
            + (load.strongRegions() ? ", strongly consistent across regions" : "")
            + (load.parameters().isEmpty() ? "" : ", " + load.parameters()));
    lines.add("steady state  " + join(day.steadyState()));
    for (Action action : day.prepare()) {
      lines.add("  before      prepare: " + action.words());
    }
    if (day.phases().warmup() > 0) {
      lines.add("  before      warm-up, " + day.phases().warmup() + " s, not measured");
    }
    lines.add("  0 s         baseline, " + day.phases().baseline() + " s");
    for (Step step : day.method()) {
      lines.add(
          "  %-11s %s"
              .formatted(
                  Numbers.text(day.phases().baseline() + step.afterMs() / 1000.0) + " s",
                  step.action().words()));
    }
    int end = day.phases().baseline() + day.phases().fault();
    for (Action action : day.rollback()) {
      lines.add("  %-11s roll back: %s".formatted(end + " s", action.words()));
    }
    lines.add("  %-11s roll back: heal everything".formatted(end + " s"));
    lines.add(
        "  %-11s the steady state holds again, at the latest"
            .formatted(end + day.phases().recovery() + " s"));
    Objectives objectives = day.objectives();
    if (!objectives.isEmpty()) {
      List<String> parts = new ArrayList<>();
      objectives.rtoSeconds().ifPresent(s -> parts.add("RTO " + Numbers.text(s) + " s"));
      objectives.rpoWrites().ifPresent(n -> parts.add("RPO " + n + " writes"));
      objectives.stalenessMs().ifPresent(ms -> parts.add("staleness " + ms + " ms"));
      objectives.errorShare().ifPresent(x -> parts.add("errors " + Numbers.text(x)));
      lines.add("objectives    " + String.join(", ", parts));
    }
    lines.add(
        "checks        "
            + (day.checks().isEmpty() ? "those of the workload" : String.join(", ", day.checks())));
    if (!day.stopWhen().isEmpty()) {
      lines.add("stops early   if " + join(day.stopWhen()));
    }
    return lines;
  }

  private static String join(List<?> parts) {
    return String.join(", ", parts.stream().map(Object::toString).toList());
  }
}
