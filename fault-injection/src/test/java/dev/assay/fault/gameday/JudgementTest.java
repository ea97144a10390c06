package dev.assay.fault.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fault.RuleId;
import dev.assay.fault.gameday.Judged.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A game day, judged")
class JudgementTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String DAY =
      """
      title: One zone is lost
      workload: {name: register}
      steady_state:
        - {metric: success_share, at_least: 0.99}
        - {metric: throughput_per_s, at_least: 100}
      method:
        - {lever: outage}
      objectives: {rto_s: 5, rpo_writes: 2, staleness_ms: 100, error_share: 0.5}
      """;
  private static final Finding NOTHING_LOST =
      new Finding("lost-writes", Finding.Word.VALID, "all there", Map.of("lost_writes", 0.0));
  private static final Finding FRESH =
      new Finding("staleness", Finding.Word.VALID, "fresh", Map.of("staleness_max_ms", 7.0));

  private Sample load = sample(1, 1, Map.of(), 1);
  private OptionalLong injected = OptionalLong.of(20 * SECOND);
  private OptionalLong recovered = OptionalLong.of(24 * SECOND);
  private OptionalLong failedOver = OptionalLong.empty();
  private Sample before = sample(200, 0, Map.of(), 2);
  private Sample after = sample(199, 1, Map.of(), 2);
  private String regions = "";
  private int writesThatMayBeLost = 2;
  private Optional<String> stoppedBy = Optional.empty();
  private List<String> leftovers = List.of();
  private List<Rig.RuleCount> rules = List.of();

  /** What ended in a second. */
  private static Sample sample(long ok, long failed, Map<String, Long> errors, double waited) {
    return new Sample(
        1, ok, failed, 0, errors, waited, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private List<Judged> judge(Finding... findings) {
    GameDay day =
        GameDayYaml.read(
            DAY.replace("rpo_writes: 2", "rpo_writes: " + writesThatMayBeLost) + regions);
    return Judgement.of(
        day,
        new Course(
            List.of(),
            List.of(load),
            20 * SECOND,
            before,
            after,
            injected,
            OptionalLong.of(21 * SECOND),
            OptionalLong.empty(),
            failedOver,
            OptionalLong.of(23 * SECOND),
            recovered,
            stoppedBy,
            List.of(),
            leftovers,
            rules),
        List.of(findings));
  }

  private static Judged of(List<Judged> judged, String what) {
    return judged.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void holdsWhenEverythingWasKept() {
    List<Judged> judged = judge(NOTHING_LOST, FRESH);

    assertThat(Judgement.overall(judged)).as(judged.toString()).isEqualTo(Outcome.HELD);
    assertThat(of(judged, "RTO").measured()).isEqualTo("3.0 s");
    assertThat(of(judged, "staleness").measured()).isEqualTo("7.0 ms");
  }

  @Test
  void doesNotKnowWhatARuleShowsThatNeverFired() {
    rules = List.of(new Rig.RuleCount(new RuleId("slow"), 10, 0));

    Judged method = of(judge(NOTHING_LOST, FRESH), "method");

    assertThat(method.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(method.measured()).isEqualTo("never fired: slow");
  }

  @Test
  void doesNotTakeForHeldWhatNoLoadHasSeen() {
    load = sample(0, 0, Map.of(), 0);

    List<Judged> judged = judge(NOTHING_LOST, FRESH);

    assertThat(of(judged, "method").measured()).isEqualTo("no operation ended while it was broken");
    assertThat(of(judged, "errors").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Judgement.overall(judged)).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void doesNotTakeForHeldThatNothingWasBroken() {
    injected = OptionalLong.empty();

    List<Judged> judged = judge(NOTHING_LOST, FRESH);

    assertThat(of(judged, "method").measured()).isEqualTo("nothing was broken");
    assertThat(of(judged, "RTO").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void isBrokenWithoutARecovery() {
    recovered = OptionalLong.empty();

    assertThat(of(judge(NOTHING_LOST, FRESH), "RTO").outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void countsTheTimeUntilTheClientsWereSentElsewhere() {
    failedOver = OptionalLong.of(29 * SECOND);

    Judged rto = of(judge(NOTHING_LOST, FRESH), "RTO");

    assertThat(rto.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(rto.measured()).isEqualTo("9.0 s");
  }

  @Test
  void forgivesTheLostWritesThatTheObjectiveAllowsAndNoMore() {
    Finding two =
        new Finding(
            "lost-writes",
            Finding.Word.INVALID,
            "two are lost",
            Map.of("lost_writes", 2.0, "resurrected_reads", 0.0));
    Finding three =
        new Finding(
            "lost-writes",
            Finding.Word.INVALID,
            "three are lost",
            Map.of("lost_writes", 3.0, "resurrected_reads", 0.0));

    assertThat(Judgement.overall(judge(two, FRESH))).isEqualTo(Outcome.HELD);
    assertThat(of(judge(three, FRESH), "RPO").outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void doesNotForgiveWhatCameBack() {
    Finding back =
        new Finding(
            "lost-writes",
            Finding.Word.INVALID,
            "an overwritten one came back",
            Map.of("lost_writes", 0.0, "resurrected_reads", 1.0));

    assertThat(of(judge(back, FRESH), "lost-writes").outcome()).isEqualTo(Outcome.BROKEN);
    regions = "topology: {regions: [us-east-1, us-east-2]}\n";
    assertThat(Judgement.overall(judge(back, FRESH))).isEqualTo(Outcome.HELD);
  }

  @Test
  void holdsWhatVanishedAgainstADayOnWhichNothingMayBeLost() {
    Finding vanished =
        new Finding(
            "lost-writes",
            Finding.Word.INVALID,
            "k was absent again after it had been 1",
            Map.of("lost_writes", 0.0, "resurrected_reads", 0.0, "vanished_reads", 1.0));

    assertThat(Judgement.overall(judge(vanished, FRESH))).isEqualTo(Outcome.HELD);

    writesThatMayBeLost = 0;
    List<Judged> judged = judge(vanished, FRESH);
    assertThat(of(judged, "lost-writes").outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(of(judged, "RPO").outcome()).as("it was there in the end").isEqualTo(Outcome.HELD);
    regions = "topology: {regions: [us-east-1, us-east-2]}\n";
    assertThat(of(judge(vanished, FRESH), "lost-writes").outcome()).isEqualTo(Outcome.BROKEN);
  }

  @Test
  void doesNotForgiveWhatNoBudgetOfLostWritesIsAbout() {
    for (String measure : List.of("refused_in_effect", "values_from_nowhere")) {
      Finding wrong =
          new Finding(
              "lost-writes",
              Finding.Word.INVALID,
              "it holds what it must not",
              Map.of("lost_writes", 1.0, "resurrected_reads", 0.0, measure, 1.0));

      assertThat(of(judge(wrong, FRESH), "lost-writes").outcome()).isEqualTo(Outcome.BROKEN);
    }
  }

  @Test
  void doesNotKnowWhetherItIsSteadyWithoutLoad() {
    after = sample(0, 0, Map.of(), 0);

    assertThat(of(judge(NOTHING_LOST, FRESH), "steady state at the end").outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void tellsATargetThatAnswersBadlyFromOneThatCannotBeAskedEnough() {
    before = sample(150, 50, Map.of("InternalServerError", 40L, "timeout", 10L), 4);
    assertThat(of(judge(NOTHING_LOST, FRESH), "steady state before"))
        .isEqualTo(
            new Judged(
                "steady state before",
                Outcome.BROKEN,
                "success_share at least 0.99",
                "0.75; the load was there: 200 operations a second ended, 200 were asked for; of"
                    + " 200 operations 50 failed and 0 are in doubt, most often by"
                    + " InternalServerError (40)"));

    // Eight clients that wait all the time: who is slow is not known, but it is not steady.
    before = sample(40, 0, Map.of(), 7.9);
    assertThat(before(Metric.THROUGHPUT))
        .extracting(Judged::outcome, Judged::measured)
        .containsExactly(
            Outcome.BROKEN,
            "40; the load could not be produced: expected 200 operations a second, had 40; all 8"
                + " clients waited for answers (99 % of their time): the target is too slow, or"
                + " this machine, or they are too few; what was answered was answered well");
  }

  @Test
  void knowsNothingOfATargetThatThisMachineCouldNotAsk() {
    before = sample(40, 0, Map.of(), 0.8);

    assertThat(before(Metric.THROUGHPUT))
        .extracting(Judged::outcome, Judged::measured)
        .containsExactly(
            Outcome.UNKNOWN,
            "40; the load could not be produced: expected 200 operations a second, had 40; the"
                + " clients were not kept waiting (10 % of their time), so this machine was too"
                + " slow to begin more; what was answered was answered well");
    assertThat(Judgement.overall(judge(NOTHING_LOST, FRESH))).isEqualTo(Outcome.UNKNOWN);
  }

  private Judged before(Metric metric) {
    return judge(NOTHING_LOST, FRESH).stream()
        .filter(one -> one.what().equals("steady state before"))
        .filter(one -> one.asked().startsWith(metric.word()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void neverTakesUnknownForHeld() {
    Finding unknown =
        new Finding(
            "lost-writes", Finding.Word.UNKNOWN, "nothing was read", Map.of("lost_writes", 0.0));

    List<Judged> judged = judge(unknown, FRESH);

    assertThat(of(judged, "RPO").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Judgement.overall(judged)).isEqualTo(Outcome.UNKNOWN);
    assertThat(Judgement.overall(judge(NOTHING_LOST))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void provesNothingByARuleThatMatchedNobodyOrAnEarlyEnd() {
    rules = List.of(new Rig.RuleCount(new RuleId("idle"), 0, 0));
    assertThat(of(judge(NOTHING_LOST, FRESH), "method").measured())
        .isEqualTo("matched nothing: idle");

    rules = List.of();
    stoppedBy = Optional.of("the user");
    assertThat(of(judge(NOTHING_LOST, FRESH), "method").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void isBrokenByALeftoverAndByAStateThatIsNotSteady() {
    leftovers = List.of("rule slow is still in force");
    after = sample(100, 100, Map.of(), 1);

    List<Judged> judged = judge(NOTHING_LOST, FRESH);

    assertThat(of(judged, "rollback").outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(of(judged, "steady state at the end").outcome()).isEqualTo(Outcome.BROKEN);
  }
}
