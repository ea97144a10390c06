package dev.assay.fault.gameday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out the actions of one game day, and remembers what their answers and rules left. */
final class Acting {
  private static final long UNTIL_PAUSE_NANOS = 200_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rig rig;
  private final Load load;
  private final Pace pace;
  private final long patienceNanos;
  private final Map<String, String> kept = new HashMap<>();
  private final List<Rig.RuleCount> rules = new ArrayList<>();

  /**
   * @param patienceNanos how long an answer is waited for that a call has to show
   */
  Acting(Rig rig, Load load, Pace pace, long patienceNanos) {
    this.rig = rig;
    this.load = load;
    this.pace = pace;
    this.patienceNanos = patienceNanos;
  }

  /** What inputs may ask for, with what answers left so far and will leave. */
  Placeholders placeholders(String run, long faultNanos) {
    return new Placeholders(run, faultNanos, kept);
  }

  /** Remembers how often the rules in force matched and fired. */
  void count() throws RigException {
    rules.addAll(rig.rules());
  }

  /** The rules that are or were in force, as far as they were counted. */
  List<Rig.RuleCount> rules() {
    return List.copyOf(rules);
  }

  /** Does it; false if it pulled a lever, and every lever stands as before: it broke nothing. */
  boolean actAndLook(Action action, Placeholders placeholders) throws RigException {
    if (!(action instanceof Action.PullLever pull) || !rig.levers().containsKey(pull.lever())) {
      return act(action, placeholders);
    }
    Map<String, String> before = rig.levers();
    return act(action, placeholders) && !before.equals(rig.levers());
  }

  /**
   * Does it.
   *
   * @return true
   */
  boolean act(Action action, Placeholders placeholders) throws RigException {
    switch (action) {
      case Action.PullLever pull ->
          rig.pull(pull.lever(), placeholders.fill(pull.arguments(), load.table()));
      case Action.Heal ignored -> {
        rules.addAll(rig.rules());
        rig.clearRules();
        rig.healLevers();
      }
      case Action.PutRule put -> rig.put(put.rule());
      case Action.RemoveRule remove -> {
        rig.rules().stream().filter(rule -> rule.id().equals(remove.id())).forEach(rules::add);
        if (!rig.remove(remove.id())) {
          throw new RigException("no such rule is in force");
        }
      }
      case Action.CallOperation call -> call(call, placeholders);
      case Action.DeleteAllItems ignored -> load.deleteAllItems();
      case Action.UseTable use -> load.useTable(placeholders.fill(use.table(), load.table()));
      case Action.UseRegion use -> load.useRegion(use.region());
    }
    return true;
  }

  private void call(Action.CallOperation call, Placeholders placeholders) throws RigException {
    long deadline = pace.nanos() + patienceNanos;
    while (true) {
      String answer =
          rig.call(call.region(), call.operation(), placeholders.fill(call.input(), load.table()));
      if (call.until().isEmpty() || shows(answer, call.until().get())) {
        keep(call, answer);
        return;
      }
      if (pace.nanos() > deadline || !pace.waitUntil(pace.nanos() + UNTIL_PAUSE_NANOS)) {
        throw new RigException("the answer did not show it in time");
      }
    }
  }

  private void keep(Action.CallOperation call, String answer) throws RigException {
    for (Map.Entry<String, String> wanted : call.keep().entrySet()) {
      String value = at(answer, wanted.getValue());
      if (value.isEmpty()) {
        throw new RigException("the answer shows nothing at " + wanted.getValue());
      }
      kept.put(wanted.getKey(), value);
    }
  }

  private static boolean shows(String answer, Action.Until until) {
    return at(answer, until.path()).equals(until.is());
  }

  private static String at(String answer, String pointer) {
    try {
      return JSON.readTree(answer).at(pointer).asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
