package dev.assay.fault.gameday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fault.Rule;
import dev.assay.fault.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A game day, run")
class GameDayRunnerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String FILE =
      """
      title: One zone is lost
      workload: {name: register}
      steady_state:
        - {metric: success_share, at_least: 0.99}
      phases: {warmup_s: 0, baseline_s: 5, fault_s: 10, recovery_s: 20}
      method:
        - {after_s: 0, lever: outage, with: {zone: a}}
        - {after_s: 2, call: DescribeTable, with: {TableName: "{table}"}}
      """;

  private final Scene scene = new Scene();

  private Course run(String file) throws Exception {
    return new GameDayRunner(GameDayYaml.read(file), scene, scene, scene, "run-1", scene.told::add)
        .run();
  }

  @Test
  void breaksThingsAfterTheBaselineAndHealsThemInTheEnd() throws Exception {
    Course course = run(FILE);

    assertThat(scene.done)
        .containsExactly(
            "pull outage {zone=a}", "call DescribeTable {\"TableName\":\"T\"}", "clear", "heal");
    assertThat(course.injected()).hasValue(scene.start + 5 * SECOND);
    assertThat(course.healed()).hasValue(scene.start + 15 * SECOND);
    assertThat(course.leftovers()).isEmpty();
    assertThat(GameDayYaml.read(FILE).isSteady(course.after())).isTrue();
  }

  @Test
  void measuresTheRecoveryFromTheFirstErrorToTheSteadyState() throws Exception {
    // A fail-over after four seconds: it is well again long before it is healed.
    scene.brokenFrom = 6;
    scene.brokenTo = 10;

    Course course = run(FILE);

    assertThat(course.firstError()).hasValue(scene.start + 6 * SECOND);
    assertThat(course.recovered()).hasValue(scene.start + 10 * SECOND);
    assertThat(course.recoveryNanos()).hasValue(4 * SECOND);
    assertThat(course.errorShare()).hasValue(0.4);
  }

  @Test
  void saysWhenItDoesNotRecoverInTime() throws Exception {
    scene.brokenFrom = 6;
    scene.brokenTo = Long.MAX_VALUE;

    Course course = run(FILE);

    assertThat(course.recovered()).isEmpty();
    assertThat(GameDayYaml.read(FILE).isSteady(course.after())).isFalse();
    assertThat(scene.done).contains("heal");
  }

  @Test
  void breaksNothingThatDidNotHoldBefore() throws Exception {
    scene.brokenFrom = 0;
    scene.brokenTo = Long.MAX_VALUE;

    Course course = run(FILE);

    assertThat(course.injected()).isEmpty();
    assertThat(scene.done).containsExactly("clear", "heal");
    assertThat(course.stoppedBy())
        .hasValue("the steady state did not hold before anything was broken");
    assertThat(course.happenings().stream().map(Happening::words))
        .containsSequence(
            "the steady state did not hold before anything was broken: nothing is going to be",
            "the load could not be produced: expected 200 operations a second, had 10; the clients"
                + " were not kept waiting (0 % of their time), so this machine was too slow to"
                + " begin more; of 50 operations 50 failed and 0 are in doubt, most often by"
                + " InternalServerError (50)",
            "the machine sleeps");
  }

  @Test
  void stopsEarlyOnItsConditionAndHealsAtOnce() throws Exception {
    scene.brokenFrom = 6;
    scene.brokenTo = 9;

    Course course = run(FILE + "stop_when:\n  - {metric: error_share, above: 0.5, for_s: 2}\n");

    assertThat(course.stoppedBy()).hasValue("error_share above 0.5 for 2 s");
    assertThat(course.healed()).hasValue(scene.start + 8 * SECOND);
  }

  @Test
  void healsBeforeItEndsWhenTheUserWantsItToEnd() throws Exception {
    scene.interruptedAt = 7;

    Course course = run(FILE);

    assertThat(course.stoppedBy()).hasValue("the user");
    assertThat(scene.done).endsWith("clear", "heal");
  }

  @Test
  void goesOnAfterAStepThatFailsAndReportsIt() throws Exception {
    scene.refused = "pull";

    Course course = run(FILE);

    assertThat(course.problems())
        .containsExactly("could not pull lever outage {zone=a}: not today");
    assertThat(scene.done).contains("call DescribeTable {\"TableName\":\"T\"}");
  }

  @Test
  void preparesBeforeThereIsLoadAndBreaksNothingByIt() throws Exception {
    Course course =
        run(
            FILE
                + "prepare:\n  - {lever: mode, with: {table: \"{table}\"}}\n"
                + "rollback:\n  - {call: DeleteTable, with: {TableName: \"{run}\"}}\n");

    assertThat(scene.done.getFirst()).isEqualTo("pull mode {table=T}");
    assertThat(scene.done).contains("call DeleteTable {\"TableName\":\"run-1\"}");
    assertThat(course.injected()).hasValue(scene.start + 5 * SECOND);
  }

  @Test
  void healsWhatWasPreparedWhenTheRestOfThePreparationFails() {
    scene.refused = "call";

    assertThatThrownBy(() -> run(FILE + "prepare:\n  - {lever: mode}\n  - {call: CreateBackup}\n"))
        .isInstanceOf(RigException.class)
        .hasMessage("could not call CreateBackup: not today");
    assertThat(scene.done).containsExactly("pull mode {}", "clear", "heal");
  }

  @Test
  void saysThatALeverWhichChangesNothingBrokeNothing() throws Exception {
    scene.stuck = true;

    Course course = run(FILE);

    assertThat(course.problems())
        .containsExactly(
            "nothing changed: every lever stands as before, after pull lever outage {zone=a}");
    assertThat(course.injected()).isEmpty();
  }

  @Test
  void measuresTheRecoveryOfWhatIsDisturbedWithoutAnError() throws Exception {
    scene.slowFrom = 6;
    scene.slowTo = 16;

    Course course =
        run(FILE.replace("steady_state:", "steady_state:\n  - {metric: p50_ms, at_most: 100}"));

    assertThat(course.firstError()).isEmpty();
    assertThat(course.detected()).hasValue(scene.start + 7 * SECOND);
    assertThat(course.recoveryNanos()).hasValue(10 * SECOND);
    assertThat(course.errorShare()).hasValue(0);
  }

  @Test
  void remembersHowOftenARuleFiredThatTheMethodRemoves() throws Exception {
    Course course =
        run(
            FILE.replace(
                "method:",
                """
                method:
                  - {after_s: 1, rule: {id: slow, fault: {kind: latency, latency_ms: 5}}}
                  - {after_s: 3, remove_rule: slow}
                """
                    .stripTrailing()));

    assertThat(course.rules()).containsExactly(new Rig.RuleCount(new RuleId("slow"), 7, 3));
  }

  @Test
  void tellsWhichTableTheWorkloadWasPointedAt() throws Exception {
    Course course = run(FILE + "  - {after_s: 3, use_table: \"{run}-restored\"}\n");

    assertThat(course.happenings().stream().map(Happening::words))
        .contains("point the workload at table run-1-restored");
  }

  @Test
  void healsAndKnowsLessWhenTheRigItselfSuffers() throws Exception {
    scene.complaints = List.of("the journal is not whole");

    Course course = run(FILE);

    assertThat(course.problems()).containsExactly("the journal is not whole");
    assertThat(course.leftovers()).isEmpty();
  }

  @Test
  void triesAgainToHealAndTellsWhatIsLeft() throws Exception {
    scene.refused = "heal";

    Course course = run(FILE);

    assertThat(course.problems()).containsExactly("the levers cannot be healed: not today");
    assertThat(course.leftovers()).containsExactly("lever outage stands at down, before up");
  }

  @Test
  void doesNotBeginWithoutItsTable() {
    scene.refused = "setup";

    assertThatThrownBy(() -> run(FILE)).isInstanceOf(RigException.class).hasMessage("not today");
    assertThat(scene.done).isEmpty();
  }

  /** A target, its load and its time, all by hand. */
  private static final class Scene implements Rig, Load, Pace {
    private final long start = 1_000 * SECOND;
    private final List<String> done = new ArrayList<>();
    private final List<Happening> told = new ArrayList<>();
    private long now = start;
    private long brokenFrom = Long.MAX_VALUE;
    private long brokenTo = Long.MAX_VALUE;
    private long interruptedAt = Long.MAX_VALUE;
    private final List<RuleCount> rules = new ArrayList<>();
    private long slowFrom = Long.MAX_VALUE;
    private long slowTo = Long.MAX_VALUE;
    private String refused = "";
    private boolean stuck;
    private List<String> complaints = List.of();
    private String outage = "up";

    private void act(String kind, String words) throws RigException {
      if (kind.equals(refused)) {
        throw new RigException("not today");
      }
      done.add(words);
    }

    @Override
    public void pull(String lever, Map<String, Object> arguments) throws RigException {
      act("pull", "pull " + lever + " " + new TreeMap<>(arguments));
      if (lever.equals("outage") && !stuck) {
        outage = "down";
      }
    }

    @Override
    public void healLevers() throws RigException {
      act("heal", "heal");
      outage = "up";
    }

    @Override
    public Map<String, String> levers() {
      return Map.of("outage", outage);
    }

    @Override
    public void put(Rule rule) throws RigException {
      act("put", "put " + rule.id());
      rules.add(new RuleCount(rule.id(), 7, 3));
    }

    @Override
    public boolean remove(RuleId id) {
      return rules.removeIf(rule -> rule.id().equals(id));
    }

    @Override
    public void clearRules() throws RigException {
      act("clear", "clear");
      rules.clear();
    }

    @Override
    public List<RuleCount> rules() {
      return List.copyOf(rules);
    }

    @Override
    public List<String> complaints() {
      return complaints;
    }

    @Override
    public String call(Optional<String> region, String operation, String input)
        throws RigException {
      act("call", "call " + operation + " " + input);
      return "{}";
    }

    @Override
    public void setup() throws RigException {
      if (refused.equals("setup")) {
        throw new RigException("not today");
      }
    }

    @Override
    public void begin() {}

    @Override
    public Sample sample(long fromNanos, long toNanos) {
      long ok = 0;
      long failed = 0;
      long first = (fromNanos - start) / SECOND;
      double millis = first >= slowFrom && first < slowTo ? 300 : 1;
      for (long at = fromNanos; at < toNanos; at += SECOND / 10) {
        long second = (at - start) / SECOND;
        if (second >= brokenFrom && second < brokenTo) {
          failed++;
        } else {
          ok++;
        }
      }
      return new Sample(
          (toNanos - fromNanos) / 1e9,
          ok,
          failed,
          0,
          failed == 0 ? Map.of() : Map.of("InternalServerError", failed),
          0,
          OptionalDouble.of(millis),
          OptionalDouble.of(2 * millis));
    }

    @Override
    public Optional<String> circumstances() {
      return Optional.of("the machine sleeps");
    }

    @Override
    public void mark(String words) {}

    @Override
    public String table() {
      return "T";
    }

    @Override
    public void useRegion(String region) {
      done.add("region " + region);
    }

    @Override
    public void useTable(String table) {}

    @Override
    public void deleteAllItems() {}

    @Override
    public void end() {}

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public boolean waitUntil(long nanos) {
      now = Math.max(now, nanos);
      return now < start + Math.min(interruptedAt, 1_000_000) * SECOND;
    }
  }
}
