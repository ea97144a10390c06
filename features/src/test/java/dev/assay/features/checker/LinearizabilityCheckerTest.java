package dev.assay.features.checker;

import static dev.assay.features.checker.Story.absent;
import static dev.assay.features.checker.Story.judged;
import static dev.assay.features.checker.Story.read;
import static dev.assay.features.checker.Story.saw;
import static dev.assay.features.checker.Story.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.features.checker.linear.Register;
import dev.assay.features.checker.linear.Search;
import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Linearizability")
class LinearizabilityCheckerTest {
  private static Verdict verdict(History history) {
    return judged("linearizability", history);
  }

  @Test
  void aReadMaySeeEitherSideOfAWriteOnItsWay() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 60);
    story.ok("b", read("k"), 35, 40, saw(1)).ok("b", read("k"), 41, 50, saw(2));
    assertThat(verdict(story.history())).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void aReadMustNotGoBackInTime() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 60);
    story.ok("b", read("k"), 35, 40, saw(2)).ok("c", read("k"), 41, 50, saw(1));
    assertThat(verdict(story.history())).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void theCounterexampleIsTheStaleReadAndTheWriteThatItMissed() {
    Story story = new Story();
    for (int n = 1; n <= 200; n++) {
      story.ok("a", write("k", n), n * 10L, n * 10L + 5);
      story.ok("b", read("k"), n * 10L + 6, n * 10L + 8, saw(n));
    }
    story.ok("c", read("k"), 3_000, 3_005, saw(150));
    assertThat(verdict(story.history()))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            invalid -> {
              assertThat(invalid.counterexample().words())
                  .first()
                  .isEqualTo("No order explains these 2 operations on k, whatever it held before:");
              assertThat(String.join("\n", invalid.counterexample().words()))
                  .contains("c at here: read k → 150")
                  .contains("all that it could have seen is 200")
                  .contains("It had been written before this window by a at here: write k=150");
              assertThat(invalid.counterexample().svg()).startsWith("<svg ").endsWith("</svg>\n");
            });
  }

  @Test
  void aWriteWithoutAnAnswerMayTakeEffectLaterOrNever() {
    Story later = new Story().unknown("a", write("k", 1), 10, 20);
    later.ok("b", read("k"), 30, 40, absent()).ok("b", read("k"), 50, 60, saw(1));
    assertThat(verdict(later.history())).isInstanceOf(Verdict.Valid.class);
    Story never = new Story().unknown("a", write("k", 1), 10, 20);
    never.ok("b", read("k"), 30, 40, absent());
    assertThat(verdict(never.history())).isInstanceOf(Verdict.Valid.class);
    Story backAndForth = new Story().unknown("a", write("k", 1), 10, 20);
    backAndForth.ok("b", read("k"), 30, 40, saw(1)).ok("b", read("k"), 50, 60, absent());
    assertThat(verdict(backAndForth.history())).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aRefusedWriteMustNotBeSeen() {
    Story story = new Story().ok("a", write("k", 1), 10, 20);
    story.refused("b", new Call.Cas("k", OptionalLong.of(7), 2), 30, 40, saw(1));
    story.ok("c", read("k"), 50, 60, saw(2));
    assertThat(verdict(story.history()))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            invalid ->
                assertThat(invalid.counterexample().words())
                    .anyMatch(line -> line.contains("saw 2")));
  }

  @Test
  void whatARefusedConditionMetCountsAsARead() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 40);
    story.refused("b", new Call.Cas("k", OptionalLong.of(7), 3), 50, 60, saw(1));
    assertThat(verdict(story.history())).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void anAttemptWithoutAnAnswerMayBeAppliedOnceMore() {
    Story story =
        new Story().retried("a", write("k", 1), 10, 20, dev.assay.features.history.Seen.nothing());
    story.ok("b", write("k", 2), 30, 40).ok("b", read("k"), 50, 60, saw(1));
    assertThat(verdict(story.history())).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void eventualReadsAreHeldToItOnlyWhenAsked() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 40);
    story.ok("b", read("k"), 50, 55, saw(2)).ok("b", read("k", Reading.EVENTUAL), 60, 70, saw(1));
    assertThat(verdict(story.history())).isInstanceOf(Verdict.Valid.class);
    assertThat(
            judged(
                "linearizability", story.history(), CheckerOptions.defaults().withAllReads(true)))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void aHistoryWithoutAnAnswerThatLookedIsUnknown() {
    assertThat(verdict(new Story().ok("a", write("k", 1), 10, 20).history()))
        .isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void aSearchThatTakesTooLongIsUnknownWithTheReason() {
    Story story = new Story();
    for (int n = 0; n < 30; n++) {
      story.ok("c" + n, write("k", n), 10, 100).ok("c" + n, write("k", n + 100), 101, 200);
    }
    story.ok("r", read("k"), 300, 310, saw(3));
    assertThat(judged("linearizability", story.history(), CheckerOptions.defaults().withBudget(10)))
        .isInstanceOfSatisfying(
            Verdict.Unknown.class,
            unknown -> assertThat(unknown.summary()).contains("more than 10 configurations"));
  }

  @Test
  void randomHistoriesOfARegisterAreValid() {
    for (int seed = 0; seed < 400; seed++) {
      History history = new SimulatedRegister(seed, 60, 5, seed % 2 == 0 ? 60 : 4, 0.1).history();
      assertThat(linearizable(history)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void smallHistoriesAreJudgedAsByTryingEveryOrder() {
    int invalid = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      History history = new SimulatedRegister(seed, 7, 3, seed % 2 == 0 ? 7 : 2, 0.15).mutated();
      boolean expected = BruteForce.linearizable(history);
      assertThat(linearizable(history)).as("seed %d: %s", seed, history.ops()).isEqualTo(expected);
      invalid += expected ? 0 : 1;
    }
    assertThat(invalid).isBetween(300, 2_700);
  }

  @Test
  void openSearchsCheckerComesToTheSameVerdictOnThousandsOfHistories() {
    int invalid = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      SimulatedRegister register =
          new SimulatedRegister(
              1_000_000L + seed, 6 + seed % 14, 2 + seed % 4, seed % 3 == 0 ? 30 : 3, 0.1);
      History history = seed % 5 == 0 ? register.history() : register.mutated();
      boolean expected = OpenSearchOracle.linearizable(history);
      assertThat(linearizable(history)).as("seed %d: %s", seed, history.ops()).isEqualTo(expected);
      invalid += expected ? 0 : 1;
    }
    assertThat(invalid).isBetween(500, 3_500);
  }

  @Test
  void whatIsLeftOfACounterexampleIsItselfImpossible() {
    int shrunk = 0;
    for (int seed = 0; seed < 300; seed++) {
      History history = new SimulatedRegister(seed, 40, 4, 40, 0.1).mutated();
      if (linearizable(history) || !(verdict(history) instanceof Verdict.Invalid invalid)) {
        continue;
      }
      String words = String.join("\n", invalid.counterexample().words());
      History left = history.where(op -> words.contains("(op " + op.id() + ")"));
      assertThat(BruteForce.linearizable(left)).as(words).isFalse();
      assertThat(left.ops()).hasSizeLessThanOrEqualTo(8);
      shrunk++;
    }
    assertThat(shrunk).isGreaterThan(100);
  }

  @Test
  void tenThousandOperationsOnOneKeyAreJudgedWithFewConfigurations() {
    History history = new SimulatedRegister(3, 10_000, 12, 10_000, 0.02).history();
    assertThat(
            Search.run(
                Register.of(history, false).values().iterator().next().steps(), 0, 1_000_000))
        .isInstanceOf(Search.Result.Linearizable.class);
    History broken = withAStaleReadAtTheEnd(history);
    assertThat(verdict(broken)).isInstanceOf(Verdict.Invalid.class);
  }

  private static History withAStaleReadAtTheEnd(History history) {
    long end = history.ops().stream().mapToLong(Op::completedNanos).max().orElse(0);
    Story story = new Story();
    story.ok("x", write("k", 999_999), end + 1, end + 2);
    story.ok("x", read("k"), end + 3, end + 4, saw(999_999));
    story.ok("y", read("k"), end + 5, end + 6, saw(4_000));
    java.util.List<Op> ops = new java.util.ArrayList<>(history.ops());
    story.history().ops().forEach(op -> ops.add(renumbered(op, 100_000 + op.id())));
    return new History(history.header(), ops, java.util.List.of());
  }

  private static Op renumbered(Op op, long id) {
    return new Op(
        id,
        op.client(),
        op.at(),
        op.call(),
        op.invokedNanos(),
        op.completedNanos(),
        1,
        0,
        op.outcome());
  }

  private static boolean linearizable(History history) {
    Register register = Register.of(history, false).get("k");
    return register == null
        || Search.run(register.steps(), Register.ABSENT, 1_000_000)
            instanceof Search.Result.Linearizable;
  }
}
