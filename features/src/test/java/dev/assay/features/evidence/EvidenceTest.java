package dev.assay.features.evidence;

import static dev.assay.features.checker.Story.absent;
import static dev.assay.features.checker.Story.append;
import static dev.assay.features.checker.Story.judged;
import static dev.assay.features.checker.Story.read;
import static dev.assay.features.checker.Story.saw;
import static dev.assay.features.checker.Story.txn;
import static dev.assay.features.checker.Story.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.features.checker.Story;
import dev.assay.features.checker.Verdict;
import dev.assay.features.evidence.Delivery.Effect;
import dev.assay.features.history.Call;
import dev.assay.features.history.Header;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each anomaly is planted twice: what clients alone cannot know, a journal shows. */
@DisplayName("A proxy's journal")
class EvidenceTest {
  /** Clocks of clients and proxy may be apart: what a test means to be later is later by this. */
  private static final long LATER = 100_000_000;

  private final List<Delivery> deliveries = new ArrayList<>();
  private Optional<String> gap = Optional.empty();

  private EvidenceTest exchange(long operation, Effect effect, long answered) {
    return delivery(operation, true, effect, false, answered);
  }

  private EvidenceTest delivery(
      long operation, boolean byClient, Effect effect, boolean pending, long answered) {
    long number = deliveries.size() + 1L;
    deliveries.add(
        new Delivery(number, operation, byClient, effect, pending, answered, "exchange " + number));
    return this;
  }

  private History resolved(Story story) {
    return new Evidence(deliveries, gap).resolve(story.history());
  }

  private static Op last(History history, Class<? extends Call> kind) {
    return history.made(kind).map(History.Made::op).reduce((a, b) -> b).orElseThrow();
  }

  @Test
  void showsThatAWriteWithoutAnAnswerWasApplied() {
    Story story =
        new Story()
            .unknown("a", write("k", 1), 10, 20)
            .ok("f", read("k", Reading.FINAL), LATER, LATER + 5, absent());
    assertThat(judged("lost-writes", story.history())).isInstanceOf(Verdict.Unknown.class);
    assertThat(judged("linearizability", story.history())).isInstanceOf(Verdict.Valid.class);

    exchange(0, Effect.YES, 15).exchange(1, Effect.YES, LATER + 3);
    assertThat(judged("lost-writes", resolved(story)))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict -> {
              assertThat(verdict.summary())
                  .isEqualTo(
                      "lost: write k=1 was applied, as the journal shows, and in the end k is"
                          + " absent");
              assertThat(verdict.counterexample().words())
                  .anyMatch(line -> line.endsWith("; journal: exchange 1"));
            });
    assertThat(judged("linearizability", resolved(story))).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void showsThatAWriteWithoutAnAnswerWasNever() {
    Story story =
        new Story()
            .unknown("a", write("k", 1), 10, 20)
            .ok("b", read("k"), LATER, LATER + 5, saw(1));
    assertThat(judged("linearizability", story.history())).isInstanceOf(Verdict.Valid.class);

    exchange(0, Effect.NO, 0).exchange(1, Effect.YES, LATER + 3);
    assertThat(last(resolved(story), Call.Write.class).outcome())
        .isInstanceOfSatisfying(
            Outcome.Fail.class,
            fail -> assertThat(fail.error()).isEqualTo("timeout, never applied"));
    assertThat(judged("linearizability", resolved(story))).isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void decidesNothingWhereTheStoreItselfDidNotAnswer() {
    Story story = new Story().unknown("a", write("k", 1), 10, 20);
    exchange(0, Effect.UNKNOWN, 0);
    assertThat(last(resolved(story), Call.Write.class).unknown()).isTrue();
  }

  @Test
  void decidesNothingWhileARuleMayStillDeliverTheRequest() {
    Story story = new Story().unknown("a", write("k", 1), 10, 20);
    delivery(0, true, Effect.NO, true, 0);
    assertThat(last(resolved(story), Call.Write.class).unknown()).isTrue();
  }

  @Test
  void decidesNothingWhereAnAttemptIsMissing() {
    Story story = new Story().retried("a", new Call.Add("k", 1), 10, 20, saw(2));
    exchange(0, Effect.YES, 15);
    assertThat(last(resolved(story), Call.Add.class).unanswered()).isEqualTo(1);
    exchange(0, Effect.NO, 0);
    assertThat(last(resolved(story), Call.Add.class).unanswered()).isZero();
  }

  @Test
  void countsWhatWasAppliedTwice() {
    Call one = new Call.Add("k", 1);
    Story story =
        new Story()
            .retried("a", one, 10, 20, saw(2))
            .ok("f", read("k", Reading.FINAL), LATER, LATER + 5, saw(1));
    assertThat(judged("counter", story.history())).isInstanceOf(Verdict.Valid.class);

    exchange(0, Effect.YES, 12).exchange(0, Effect.YES, 18).exchange(1, Effect.YES, LATER + 3);
    assertThat(judged("counter", resolved(story)))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict -> assertThat(verdict.summary()).startsWith("lost: k was 1"));
    assertThat(judged("duplicates", resolved(story)).measures())
        .containsEntry("repeated_effects", 1.0);
  }

  @Test
  void showsAnAdditionThatCountedAlthoughItWasNeverApplied() {
    Call one = new Call.Add("k", 1);
    Story story =
        new Story()
            .retried("a", one, 10, 20, saw(1))
            .ok("f", read("k", Reading.FINAL), LATER, LATER + 5, saw(2));
    assertThat(judged("counter", story.history())).isInstanceOf(Verdict.Valid.class);

    exchange(0, Effect.NO, 0).exchange(0, Effect.YES, 18).exchange(1, Effect.YES, LATER + 3);
    assertThat(judged("counter", resolved(story)))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict -> assertThat(verdict.summary()).startsWith("duplicate: k was 2"));
  }

  @Test
  void showsThatOneInsertSucceededTwice() {
    Story story = new Story().retried("a", new Call.Insert("k", 1), 10, 20, Seen.nothing());
    assertThat(judged("duplicates", story.history())).isInstanceOf(Verdict.Valid.class);
    exchange(0, Effect.YES, 12).exchange(0, Effect.YES, 18);
    assertThat(judged("duplicates", resolved(story)))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class,
            verdict ->
                assertThat(verdict.summary())
                    .isEqualTo("insert k=1 succeeded 2 times, as the journal shows"));
  }

  @Test
  void isNoAlarmWhereARuleDeliveredAWriteAgain() {
    Story story =
        new Story()
            .ok("a", write("k", 1), 10, 20)
            .ok("a", write("k", 2), 30, 40)
            .ok("b", read("k"), LATER, LATER + 5, saw(1));
    assertThat(judged("linearizability", story.history())).isInstanceOf(Verdict.Invalid.class);

    exchange(0, Effect.YES, 15)
        .exchange(1, Effect.YES, 35)
        .delivery(0, false, Effect.YES, false, 50)
        .exchange(2, Effect.YES, LATER + 3);
    assertThat(judged("linearizability", resolved(story))).isInstanceOf(Verdict.Valid.class);
    assertThat(judged("duplicates", resolved(story)).measures())
        .containsEntry("repeated_effects", 1.0);
  }

  @Test
  void obligesTheStoreForARefusedWriteThatWasDeliveredLate() {
    Story story =
        new Story()
            .refused("a", write("k", 1), 10, 20)
            .ok("b", read("k"), LATER, LATER + 5, saw(1));
    assertThat(judged("linearizability", story.history())).isInstanceOf(Verdict.Invalid.class);
    delivery(0, true, Effect.NO, false, 0)
        .delivery(0, false, Effect.YES, false, 50)
        .exchange(1, Effect.YES, LATER + 3);
    assertThat(judged("linearizability", resolved(story))).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void takesTheTwoAnswersToOneTransactionForOneEffect() {
    Story story = new Story().unknown("a", txn(append("l", 1)), 10, 20);
    exchange(0, Effect.YES, 12).exchange(0, Effect.YES, 18);
    Op op = last(resolved(story), Call.Transaction.class);
    assertThat(op.ok()).isTrue();
    assertThat(op.unanswered()).isZero();
  }

  @Test
  void makesEveryVerdictUnknownWhereItIsTruncated() {
    Story story = new Story().ok("a", write("k", 1), 10, 20).unknown("a", write("k", 2), 30, 40);
    exchange(0, Effect.YES, 15).exchange(1, Effect.NO, 0);
    gap = Optional.of("exchanges 3 to 5 are missing");
    assertThat(new Evidence(deliveries, gap).gap(story.history()))
        .hasValue("exchanges 3 to 5 are missing");
    // What is missing may be the delivery that applied it.
    assertThat(resolved(story).ops().getLast().unknown()).isTrue();

    gap = Optional.empty();
    deliveries.removeFirst();
    assertThat(new Evidence(deliveries, gap).gap(story.history()))
        .hasValue("operation 0 was acknowledged and is not in it");
    Verdict verdict = judged("linearizability", resolved(story)).withheld("it is truncated");
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Unknown.class,
            unknown ->
                assertThat(unknown.summary()).startsWith("it is truncated; by what there is: "));
  }

  @Test
  void namesARunsRequestsByItsOperations() {
    Header header =
        new Header("register", 1, List.of(), new LinkedHashMap<>(), "assay-register-1", false);
    assertThat(Delivery.operationOf(header, "assay-register-1/17")).hasValue(17);
    assertThat(Delivery.operationOf(header, "assay-register-1/-1")).isEmpty();
    assertThat(Delivery.operationOf(header, "assay-register-12/17")).isEmpty();
    assertThat(Delivery.operationOf(header, "PUT-BASIC-001")).isEmpty();
  }
}
