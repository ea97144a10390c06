package dev.assay.features.checker;

import static dev.assay.features.checker.Story.append;
import static dev.assay.features.checker.Story.judged;
import static dev.assay.features.checker.Story.list;
import static dev.assay.features.checker.Story.look;
import static dev.assay.features.checker.Story.txn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.features.history.Call;
import dev.assay.features.history.Call.Step;
import dev.assay.features.history.History;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Serializability")
class SerializabilityCheckerTest {
  private static final CheckerOptions NOT_STRICT = CheckerOptions.defaults().withStrict(false);

  private static Seen lists(String a, List<Long> first, String b, List<Long> second) {
    return new Seen.Lists(Map.of(a, first, b, second));
  }

  private static void broken(Story story, CheckerOptions options, String anomaly) {
    assertThat(judged("serializability", story.history(), options))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            invalid -> {
              assertThat(invalid.summary()).startsWith(anomaly + ":");
              assertThat(invalid.counterexample().svg()).startsWith("<svg ").endsWith("</svg>\n");
            });
  }

  @Test
  void transactionsOneAfterTheOtherAreSerializable() {
    Story story = new Story().ok("a", txn(append("x", 1), append("y", 1)), 10, 20);
    story.ok("b", txn(look("x"), look("y")), 30, 40, lists("x", List.of(1L), "y", List.of(1L)));
    assertThat(judged("serializability", story.history())).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void writesOfTwoTransactionsInterleavedAreG0() {
    Story story = new Story().ok("a", txn(append("x", 1), append("y", 1)), 10, 50);
    story.ok("b", txn(append("x", 2), append("y", 2)), 10, 50);
    story.ok("c", txn(look("x")), 60, 70, list("x", 1L, 2L));
    story.ok("c", txn(look("y")), 80, 90, list("y", 2L, 1L));
    broken(story, NOT_STRICT, "G0");
  }

  @Test
  void aReadOfARefusedAppendIsG1a() {
    Story story = new Story().refused("a", txn(append("x", 1)), 10, 20);
    story.ok("b", txn(look("x")), 30, 40, list("x", 1L));
    broken(story, NOT_STRICT, "G1a");
  }

  @Test
  void aReadOfTheMiddleOfATransactionIsG1b() {
    Story story = new Story().ok("a", txn(append("x", 1), append("x", 2)), 10, 50);
    story.ok("b", txn(look("x")), 20, 30, list("x", 1L));
    story.ok("b", txn(look("x")), 60, 70, list("x", 1L, 2L));
    broken(story, NOT_STRICT, "G1b");
  }

  @Test
  void twoTransactionsThatEachReadTheOthersAppendAreG1c() {
    Story story = new Story().ok("a", txn(append("x", 1), look("y")), 10, 50, list("y", 2L));
    story.ok("b", txn(append("y", 2), look("x")), 10, 50, list("x", 1L));
    broken(story, NOT_STRICT, "G1c");
  }

  @Test
  void aReadOfHalfATransactionIsGSingle() {
    Story story = new Story().ok("a", txn(append("x", 1), append("y", 1)), 10, 50);
    story.ok("b", txn(look("x"), look("y")), 20, 40, lists("x", List.of(1L), "y", List.of()));
    story.ok("c", txn(look("y")), 60, 70, list("y", 1L));
    broken(story, NOT_STRICT, "G-single");
  }

  @Test
  void writeSkewIsG2() {
    Story story = new Story().ok("a", txn(look("x"), append("y", 1)), 10, 50, list("x"));
    story.ok("b", txn(look("y"), append("x", 2)), 10, 50, list("y"));
    story.ok("c", txn(look("x"), look("y")), 60, 70, lists("x", List.of(2L), "y", List.of(1L)));
    broken(story, NOT_STRICT, "G2");
  }

  @Test
  void aStaleReadBreaksOnlyTheOrderOfRealTime() {
    Story story = new Story().ok("a", txn(append("x", 1)), 10, 20);
    story.ok("b", txn(look("x")), 30, 40, list("x"));
    story.ok("b", txn(look("x")), 50, 60, list("x", 1L));
    assertThat(judged("serializability", story.history(), NOT_STRICT))
        .isInstanceOf(Verdict.Valid.class);
    broken(story, CheckerOptions.defaults(), "G-single-realtime");
  }

  @Test
  void listsThatGrewInTwoOrdersAreIncompatible() {
    Story story = new Story().ok("a", txn(append("x", 1)), 10, 50);
    story.ok("b", txn(append("x", 2)), 10, 50);
    story.ok("c", txn(look("x")), 20, 30, list("x", 1L));
    story.ok("c", txn(look("x")), 60, 70, list("x", 2L, 1L));
    broken(story, NOT_STRICT, "incompatible-order");
  }

  @Test
  void aValueThatIsThereTwiceOrFromNowhereIsNamed() {
    Story twice = new Story().ok("a", txn(append("x", 1)), 10, 50);
    twice.ok("c", txn(look("x")), 60, 70, list("x", 1L, 1L));
    broken(twice, NOT_STRICT, "duplicate-elements");
    broken(new Story().ok("c", txn(look("x")), 60, 70, list("x", 9L)), NOT_STRICT, "phantom");
  }

  @Test
  void anUnknownTransactionMayHaveHappenedWhollyButNotByHalf() {
    Story story = new Story().unknown("a", txn(append("x", 1), append("y", 1)), 10, 20);
    story.ok("b", txn(look("x"), look("y")), 30, 40, lists("x", List.of(), "y", List.of()));
    // Nothing speaks against it, and as nothing is known to have happened nothing for it.
    assertThat(judged("serializability", story.history())).isInstanceOf(Verdict.Unknown.class);
    Story whole = new Story().unknown("a", txn(append("x", 1), append("y", 1)), 10, 20);
    whole.ok("b", txn(look("x"), look("y")), 30, 40, lists("x", List.of(1L), "y", List.of(1L)));
    assertThat(judged("serializability", whole.history())).isInstanceOf(Verdict.Valid.class);
    story.ok("b", txn(look("x"), look("y")), 50, 60, lists("x", List.of(1L), "y", List.of()));
    broken(story, NOT_STRICT, "G-single");
  }

  @Test
  void theCircleIsToldStepByStep() {
    Story story = new Story().ok("a", txn(append("x", 1)), 10, 20);
    story.ok("b", txn(look("x")), 30, 40, list("x"));
    assertThat(judged("serializability", story.history()))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            invalid ->
                assertThat(String.join("\n", invalid.counterexample().words()))
                    .contains("(rw): the former did not see 1 in x")
                    .contains("(real time): it had been answered before the latter began"));
  }

  @Test
  void randomSerialHistoriesAreValidAndSwappedReadsAreNot() {
    int caught = 0;
    for (int seed = 0; seed < 200; seed++) {
      History history = random(seed, false);
      assertThat(judged("serializability", history))
          .as("seed %d", seed)
          .isInstanceOf(Verdict.Valid.class);
      caught += judged("serializability", random(seed, true)) instanceof Verdict.Invalid ? 1 : 0;
    }
    assertThat(caught).isGreaterThan(150);
  }

  /** Transactions that take effect at one moment each; with a read of a later state if broken. */
  private static History random(long seed, boolean broken) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, List<Long>> state = new LinkedHashMap<>();
    List<Map<String, List<Long>>> past = new ArrayList<>();
    Story story = new Story();
    for (int n = 0; n < 60; n++) {
      long at = 100L * n + 100;
      long from = at - random.nextInt(250);
      long to = at + random.nextInt(250);
      String client = "c" + n;
      if (random.nextBoolean()) {
        List<Step> steps = new ArrayList<>();
        for (String key : List.of("x", "y")) {
          steps.add(append(key, n));
          state.computeIfAbsent(key, k -> new ArrayList<>()).add((long) n);
        }
        story.ok(
            client,
            new Call.Transaction(steps, dev.assay.features.history.Reading.STRONG),
            from,
            to);
      } else {
        Map<String, List<Long>> seen = copy(state);
        if (broken && n > 50 && past.size() > 12) {
          seen.put("y", past.get(past.size() - 12).get("y"));
        }
        story.ok(client, txn(look("x"), look("y")), from, to, new Seen.Lists(seen));
      }
      past.add(copy(state));
    }
    return story.history();
  }

  private static Map<String, List<Long>> copy(Map<String, List<Long>> state) {
    Map<String, List<Long>> copy = new LinkedHashMap<>();
    for (String key : List.of("x", "y")) {
      copy.put(key, List.copyOf(state.getOrDefault(key, List.of())));
    }
    return copy;
  }
}
