package dev.assay.fault.gameday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Undoes everything, and proves it: the levers stand as before and no rule is in force. */
final class Rollback {
  private static final int ATTEMPTS = 5;
  private static final long PAUSE_NANOS = 500_000_000L;

  private final Rig rig;
  private final Pace pace;
  private final Map<String, String> leversBefore;

  Rollback(Rig rig, Pace pace, Map<String, String> leversBefore) {
    this.rig = rig;
    this.pace = pace;
    this.leversBefore = leversBefore;
  }

  /** One thing to be undone. */
  interface Undoing {
    void run() throws RigException;
  }

  /** Heals levers and clears rules, again if it fails; what could not be undone. */
  List<String> healEverything() {
    List<String> problems = new ArrayList<>();
    attempt("the rules cannot be cleared", rig::clearRules, problems);
    attempt("the levers cannot be healed", rig::healLevers, problems);
    return problems;
  }

  private void attempt(String what, Undoing undoing, List<String> problems) {
    String last = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        undoing.run();
        return;
      } catch (RigException e) {
        last = String.valueOf(e.getMessage());
        // Also when the user wants it to end: a fault that is left behind is worse than a wait.
        boolean unused = pace.waitUntil(pace.nanos() + PAUSE_NANOS);
      }
    }
    problems.add(what + ": " + last);
  }

  /** What is not as it was before; empty if everything was undone. */
  List<String> leftovers() {
    List<String> leftovers = new ArrayList<>();
    try {
      for (Rig.RuleCount rule : rig.rules()) {
        leftovers.add("rule " + rule.id() + " is still in force");
      }
    } catch (RigException e) {
      leftovers.add("nobody knows which rules are in force: " + e.getMessage());
    }
    try {
      Map<String, String> now = rig.levers();
      new TreeMap<>(leversBefore)
          .forEach(
              (lever, before) -> {
                String after = now.getOrDefault(lever, "gone");
                if (!after.equals(before)) {
                  leftovers.add("lever " + lever + " stands at " + after + ", before " + before);
                }
              });
    } catch (RigException e) {
      leftovers.add("nobody knows how the levers stand: " + e.getMessage());
    }
    return leftovers;
  }
}
