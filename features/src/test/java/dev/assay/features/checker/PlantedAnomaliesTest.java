package dev.assay.features.checker;

import static dev.assay.features.checker.Story.absent;
import static dev.assay.features.checker.Story.append;
import static dev.assay.features.checker.Story.judged;
import static dev.assay.features.checker.Story.list;
import static dev.assay.features.checker.Story.look;
import static dev.assay.features.checker.Story.read;
import static dev.assay.features.checker.Story.saw;
import static dev.assay.features.checker.Story.txn;
import static dev.assay.features.checker.Story.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.features.history.Call;
import dev.assay.features.history.Mark;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each checker one history that is right and those that are wrong in one way each. */
@DisplayName("A planted anomaly")
class PlantedAnomaliesTest {
  private static void valid(String checker, Story story) {
    assertThat(judged(checker, story.history())).isInstanceOf(Verdict.Valid.class);
  }

  private static void invalid(String checker, Story story, String claim) {
    assertThat(judged(checker, story.history()))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict -> {
              assertThat(verdict.summary()).startsWith(claim);
              assertThat(verdict.counterexample().words()).hasSizeGreaterThan(1);
              assertThat(verdict.counterexample().svg()).startsWith("<svg ");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linearizability",
        "serializability",
        "lost-writes",
        "duplicates",
        "counter",
        "sessions",
        "staleness",
        "convergence",
        "stream",
        "restore",
        "conservation"
      })
  void anEmptyHistoryProvesNothing(String checker) {
    assertThat(judged(checker, new Story().history())).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void aHistoryInWhichEverythingWasRefusedProvesNothing() {
    Call last = new Call.Transaction(List.of(look("l")), Reading.FINAL);
    Story story =
        new Story()
            .refused("a", txn(append("l", 1)), 10, 20)
            .refused("a", write("k", 1), 30, 40)
            .ok("f", last, 90, 95, list("l"))
            .ok("f", read("k", Reading.FINAL), 96, 97, absent());
    for (String checker : List.of("serializability", "lost-writes", "duplicates")) {
      assertThat(judged(checker, story.history())).isInstanceOf(Verdict.Unknown.class);
    }
  }

  @Test
  void acknowledgedWritesAreThereInTheEnd() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).unknown("b", write("k", 2), 30, 40);
    story.ok("f", read("k", Reading.FINAL), 90, 95, saw(1));
    valid("lost-writes", story);
    story.ok("a", write("k", 3), 50, 60);
    invalid("lost-writes", story, "lost: write k=3 was acknowledged");
  }

  @Test
  void anAppendMayNotVanishNorARefusedOneShow() {
    Story story = new Story().ok("a", txn(append("l", 1)), 10, 20);
    Call last = new Call.Transaction(List.of(look("l")), Reading.FINAL);
    valid(
        "lost-writes",
        new Story().ok("a", txn(append("l", 1)), 10, 20).ok("f", last, 90, 95, list("l", 1L)));
    invalid("lost-writes", story.ok("f", last, 90, 95, list("l")), "lost: 1 was appended to l");
    Story refused = new Story().refused("a", txn(append("l", 1)), 10, 20);
    invalid(
        "lost-writes", refused.ok("f", last, 90, 95, list("l", 1L)), "refused and yet in effect");
  }

  @Test
  void whatWasOverwrittenDoesNotComeBack() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 40);
    story.ok("b", read("k"), 50, 60, saw(2)).ok("c", read("k"), 70, 80, saw(1));
    story.ok("f", read("k", Reading.FINAL), 90, 95, saw(2));
    invalid("lost-writes", story, "resurrected: k was 1 again after it had been 2");
  }

  @Test
  void whatHadBeenReadDoesNotVanishInBetween() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("b", read("k"), 50, 60, saw(1));
    story.ok("c", read("k"), 70, 80, absent()).ok("f", read("k", Reading.FINAL), 90, 95, saw(1));
    invalid("lost-writes", story, "vanished: k was absent again after it had been 1");
    assertThat(judged("lost-writes", story.history()).measures())
        .containsEntry("vanished_reads", 1.0)
        .containsEntry("resurrected_reads", 0.0);
  }

  @Test
  void whatSomebodyHadReadIsLostWhenItIsGoneAlsoIfItsWriterHeardNothing() {
    Call last = read("k", Reading.FINAL);
    Story seen = new Story().ok("a", write("k", 1), 5, 8).unknown("a", write("k", 2), 10, 20);
    seen.ok("b", read("k", Reading.EVENTUAL), 50, 60, saw(2));
    valid("lost-writes", seen.copy().ok("f", last, 90, 95, saw(2)));
    Story gone = seen.copy().ok("f", last, 90, 95, absent());
    invalid("lost-writes", gone, "lost: write k=1 was acknowledged, and in the end k is absent");
    assertThat(judged("lost-writes", gone.history()).measures()).containsEntry("lost_writes", 2.0);
    Story back = seen.copy().ok("f", last, 90, 95, saw(1));
    invalid("lost-writes", back, "lost: write k=2 was read, and in the end k is 1");
    Story unseen = new Story().ok("a", write("k", 1), 5, 8).unknown("a", write("k", 2), 10, 20);
    valid("lost-writes", unseen.ok("f", last, 90, 95, saw(1)));
  }

  @Test
  void anAppendThatSomebodyHadReadIsLostWhenItIsGone() {
    Call last = new Call.Transaction(List.of(look("l")), Reading.FINAL);
    Story story = new Story().unknown("a", txn(append("l", 1)), 10, 20);
    story.ok("b", txn(look("l")), 30, 40, list("l", 1L));
    valid("lost-writes", story.copy().ok("f", last, 90, 95, list("l", 1L)));
    invalid(
        "lost-writes",
        story.ok("f", last, 90, 95, list("l")),
        "lost: 1 was appended to l, was read, and is not there in the end");
  }

  @Test
  void whatIsHeldAgainstTheStoreIsCountedByKind() {
    Call last = read("k", Reading.FINAL);
    Story story = new Story().refused("a", write("k", 1), 10, 20).ok("a", write("j", 2), 10, 20);
    story.ok("f", last, 90, 95, saw(1)).ok("f", read("j", Reading.FINAL), 90, 95, saw(9));
    assertThat(judged("lost-writes", story.history()).measures())
        .containsEntry("refused_in_effect", 1.0)
        .containsEntry("values_from_nowhere", 1.0)
        .containsEntry("lost_writes", 0.0);
  }

  @Test
  void aKeyIsInsertedOnce() {
    Story story = new Story().ok("a", new Call.Insert("k", 1), 10, 20);
    story.refused("b", new Call.Insert("k", 2), 15, 30, saw(1));
    valid("duplicates", story);
    invalid("duplicates", story.ok("c", new Call.Insert("k", 3), 40, 50), "2 inserts of k");
    Story nobody = new Story().refused("b", new Call.Insert("k", 2), 15, 30);
    invalid("duplicates", nobody, "k was refused as being there");
  }

  @Test
  void aValueIsAppendedOnce() {
    Story story = new Story().ok("a", txn(append("l", 1)), 10, 20);
    Call last = new Call.Transaction(List.of(look("l")), Reading.FINAL);
    invalid("duplicates", story.ok("f", last, 90, 95, list("l", 1L, 1L)), "l holds 1 twice");
  }

  @Test
  void anAdditionCountsOnce() {
    Call one = new Call.Add("k", 1);
    Story story = new Story().ok("a", one, 10, 20, saw(1)).ok("b", one, 15, 30, saw(2));
    story.unknown("c", one, 40, 50);
    valid("counter", story.ok("f", read("k", Reading.FINAL), 90, 95, saw(3)));
    invalid(
        "counter", story.ok("f", read("k", Reading.FINAL), 96, 98, saw(4)), "duplicate: k was 4");
    Story lost = new Story().ok("a", one, 10, 20, saw(1)).ok("b", one, 30, 40, saw(1));
    invalid("counter", lost, "lost: k was 1 when additions of 2 had been acknowledged");
    Story both = new Story().ok("a", one, 10, 40, saw(1)).ok("b", one, 10, 40, saw(1));
    invalid("counter", both, "two additions to k were both told 1");
  }

  @Test
  void anAttemptWithoutAnAnswerMayCountOnceMore() {
    Story story = new Story().retried("a", new Call.Add("k", 1), 10, 20, saw(2));
    valid("counter", story.ok("f", read("k", Reading.FINAL), 90, 95, saw(2)));
  }

  @Test
  void aClientReadsWhatItWrote() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", read("k"), 30, 40, saw(1));
    valid("sessions", story);
    Story broken = new Story().ok("b", write("k", 1), 1, 5).ok("a", write("k", 2), 10, 20);
    invalid("sessions", broken.ok("a", read("k"), 30, 40, saw(1)), "read your writes: a saw 1");
  }

  @Test
  void aClientsReadsDoNotGoBack() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 40);
    story.ok("b", read("k"), 50, 60, saw(2)).ok("b", read("k"), 70, 80, saw(1));
    invalid("sessions", story, "monotonic reads: b saw 1");
  }

  @Test
  void writesOfOneClientAreSeenInTheirOrder() {
    Story story = new Story().ok("a", write("x", 1), 10, 20).ok("a", write("y", 2), 30, 40);
    story.ok("b", read("y"), 50, 60, saw(2)).ok("b", read("x"), 70, 80, absent());
    invalid("sessions", story, "monotonic writes: b saw absent in x");
  }

  @Test
  void whoSeesAWriteSeesWhatItsWriterHadRead() {
    Story story = new Story().ok("w", write("x", 1), 10, 20).ok("a", read("x"), 25, 28, saw(1));
    story.ok("a", write("y", 2), 30, 40).ok("b", read("y"), 50, 60, saw(2));
    story.ok("b", read("x"), 70, 80, absent());
    invalid("sessions", story, "writes follow reads: b saw absent in x");
  }

  @Test
  void stalenessIsMeasuredInTimeAndInVersions() {
    Story story = new Story();
    for (int n = 1; n <= 4; n++) {
      story.ok("a", write("k", n), n * 10_000_000L, n * 10_000_000L + 1_000_000);
    }
    story.ok("b", read("k", Reading.EVENTUAL), 61_000_000, 62_000_000, saw(2));
    Verdict verdict = judged("staleness", story.history());
    assertThat(verdict).isInstanceOf(Verdict.Valid.class);
    assertThat(verdict.measures())
        .containsEntry("staleness_max_ms", 30.0)
        .containsEntry("versions_behind_max", 2.0);
    CheckerOptions options = CheckerOptions.defaults();
    assertThat(judged("staleness", story.history(), options.withStaleness(Duration.ofMillis(29))))
        .isInstanceOf(Verdict.Invalid.class);
    assertThat(judged("staleness", story.history(), options.withVersions(2)))
        .isInstanceOf(Verdict.Valid.class);
    story.ok("c", read("k"), 71_000_000, 72_000_000, saw(3));
    invalid("staleness", story, "strong read of k saw 3");
  }

  @Test
  void endpointsAgreeInTheEndOnTheLastWrite() {
    Call last = read("k", Reading.FINAL);
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("b", write("k", 2), 30, 40);
    story.mark(Mark.SETTLED, 1_000_000).okAt("f", "one", last, 1_000_010, 1_000_020, saw(1));
    story.okAt("f", "one", last, 3_000_000, 4_000_000, saw(2));
    story.okAt("g", "two", last, 2_000_000, 2_000_010, saw(2));
    valid("convergence", story);
    assertThat(judged("convergence", story.history()).measures())
        .containsEntry("convergence_ms", 1.00001);
    invalid(
        "convergence",
        story.okAt("g", "two", last, 5_000_000, 5_000_010, saw(1)),
        "k is not the same everywhere");
    Story loser = new Story().ok("a", write("k", 1), 10, 20).ok("b", write("k", 2), 30, 40);
    loser.okAt("f", "one", last, 50, 60, saw(1)).okAt("g", "two", last, 50, 60, saw(1));
    invalid("convergence", loser, "the last writer did not win: k holds 1");
  }

  private static Seen records(Seen.Change... changes) {
    return new Seen.Records(Arrays.asList(changes));
  }

  private static Seen.Change change(String sequence, long before, long after) {
    return new Seen.Change(
        "k",
        sequence,
        "MODIFY",
        before == 0 ? OptionalLong.empty() : OptionalLong.of(before),
        OptionalLong.of(after));
  }

  private static Story written() {
    return new Story()
        .ok("a", write("k", 1), 10, 20)
        .ok("a", write("k", 2), 30, 40)
        .mark(Mark.STREAM_DRAINED, 900);
  }

  @Test
  void aStreamTellsEachWriteOnceAndInOrder() {
    Call take = new Call.TakeRecords("shard");
    valid(
        "stream", written().ok("f", take, 50, 60, records(change("9", 0, 1), change("10", 1, 2))));
    invalid(
        "stream",
        written().ok("f", take, 50, 60, records(change("9", 0, 1))),
        "write k=2 was acknowledged");
    invalid(
        "stream",
        written().ok("f", take, 50, 60, records(change("10", 0, 1), change("9", 1, 2))),
        "k: record 9 came after record 10");
    invalid(
        "stream",
        written().ok("f", take, 50, 60, records(change("9", 0, 1), change("10", 0, 2))),
        "k: record 10 begins with absent, and the one before ended with 1");
    Seen both = records(change("9", 0, 1), change("10", 1, 2));
    invalid(
        "stream",
        written().ok("f", take, 50, 60, both).ok("f", take, 70, 80, both),
        "record 9 of k was delivered twice");
    invalid(
        "stream",
        written().ok("f", take, 50, 60, records(change("9", 0, 2), change("10", 2, 1))),
        "k: the stream tells of write k=1 after write k=2");
    invalid(
        "stream",
        written().ok("f", take, 50, 60, records(change("9", 0, 1), change("10", 1, 7))),
        "k: a record tells of 7, which nobody wrote");
  }

  @Test
  void aStreamThatWasNotReadToItsEndProvesNothing() {
    Story story = new Story().ok("a", write("k", 1), 10, 20);
    story.ok("f", new Call.TakeRecords("shard"), 50, 60, records(change("9", 0, 1)));
    assertThat(judged("stream", story.history())).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void aRestoreShowsTheRestorePointAndNothingElse() {
    Call restored = read("k", Reading.RESTORED);
    valid("restore", restorable().ok("f", restored, 900, 910, saw(1)));
    invalid(
        "restore",
        restorable().ok("f", restored, 900, 910, saw(2)),
        "k was restored as 2, which was written after");
    invalid(
        "restore",
        restorable().ok("f", restored, 900, 910, absent()),
        "k was restored as absent, and write k=1");
    invalid(
        "restore",
        restorable().ok("f", restored, 900, 910, saw(9)),
        "k was restored as 9, which nobody wrote");
  }

  private static Story restorable() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).ok("a", write("k", 2), 30, 40);
    return story.mark(Mark.RESTORE_POINT, 25);
  }

  @Test
  void transfersMakeAndLoseNothing() {
    Call all = new Call.Snapshot(List.of("a", "b"));
    valid(
        "conservation", bank().ok("s", all, 30, 40, new Seen.Values(Map.of("a", 70L, "b", 130L))));
    invalid(
        "conservation",
        bank().ok("s", all, 12, 15, new Seen.Values(Map.of("a", 70L, "b", 100L))),
        "a snapshot adds up to 170 instead of 200 (-30)");
    assertThat(
            judged(
                "conservation",
                bank()
                    .ok("s", all, 30, 40, new Seen.Values(Map.of("a", 100L, "b", 100L)))
                    .history()))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict ->
                assertThat(verdict.summary()).contains("by the acknowledged transfers it must be"));
    invalid(
        "conservation",
        bank().ok("s", all, 30, 40, new Seen.Values(Map.of("a", -10L, "b", 210L))),
        "a is overdrawn: -10");
  }

  private static Story bank() {
    return new Story().parameter("balance", 100).ok("c", new Call.Transfer("a", "b", 30), 10, 20);
  }
}
