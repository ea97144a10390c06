package dev.assay.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rule book")
class RuleBookTest {
  private static final RequestFacts PUT_ORDERS = new RequestFacts("PutItem", Set.of("orders"));
  private static final Throttling THROTTLE =
      new Throttling(Throttling.Refusal.PROVISIONED_THROUGHPUT_EXCEEDED);

  private static Rule half(String id) {
    return Rule.of(id, Match.everything(), THROTTLE).withSchedule(Schedule.always().withShare(0.5));
  }

  /** Which of so many calls the rule fired on. */
  private static List<Boolean> firings(RuleBook book, String id, int calls) {
    List<Boolean> fired = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      fired.add(
          book.current().judge(PUT_ORDERS).stream().anyMatch(hit -> hit.rule().text().equals(id)));
    }
    return fired;
  }

  @Nested
  class DrawsEachRulesChoices {
    @Test
    void theSameForTheSameSeed() {
      RuleBook first = new RuleBook(7);
      RuleBook second = new RuleBook(7);
      first.put(half("a"));
      second.put(half("a"));

      assertThat(firings(first, "a", 10_000)).isEqualTo(firings(second, "a", 10_000));
    }

    @Test
    void differentlyForAnotherSeedAndForAnotherRule() {
      RuleBook book = new RuleBook(7);
      book.put(half("a"));
      RuleBook otherSeed = new RuleBook(8);
      otherSeed.put(half("a"));
      RuleBook otherRule = new RuleBook(7);
      otherRule.put(half("b"));

      List<Boolean> fired = firings(book, "a", 200);
      assertThat(firings(otherSeed, "a", 200)).isNotEqualTo(fired);
      assertThat(firings(otherRule, "b", 200)).isNotEqualTo(fired);
    }

    @Test
    void untouchedByRulesAddedBeforeBesideOrDuringTheRun() {
      RuleBook alone = new RuleBook(7);
      alone.put(half("a"));
      RuleBook crowded = new RuleBook(7);
      crowded.put(half("before"));
      crowded.put(half("a"));
      crowded.put(half("after"));

      List<Boolean> expected = firings(alone, "a", 1000);
      List<Boolean> got = new ArrayList<>(firings(crowded, "a", 500));
      crowded.put(half("late"));
      crowded.remove(new RuleId("before"));
      got.addAll(firings(crowded, "a", 500));

      assertThat(got).isEqualTo(expected);
    }

    @Test
    void fromTheRulesOwnSeedWhenItHasOne() {
      Rule seeded =
          new Rule(
              new RuleId("a"),
              Match.everything(),
              THROTTLE,
              Schedule.always().withShare(0.5),
              OptionalLong.of(99));
      RuleBook first = new RuleBook(1);
      RuleBook second = new RuleBook(2);
      first.put(seeded);
      second.put(seeded);

      assertThat(firings(first, "a", 200)).isEqualTo(firings(second, "a", 200));
    }

    @Test
    void inTheShareThatWasAskedFor() {
      RuleBook book = new RuleBook(7);
      book.put(
          Rule.of("a", Match.everything(), THROTTLE)
              .withSchedule(Schedule.always().withShare(0.1)));

      assertThat(firings(book, "a", 100_000).stream().filter(f -> f).count())
          .isBetween(9_500L, 10_500L);
    }
  }

  @Nested
  class KeepsSchedules {
    @Test
    void ofTheNthCall() {
      RuleBook book = new RuleBook(7);
      book.put(
          Rule.of("a", Match.everything(), THROTTLE)
              .withSchedule(Schedule.always().withNthCall(3)));

      assertThat(firings(book, "a", 5)).containsExactly(false, false, true, false, false);
    }

    @Test
    void ofALimit() {
      RuleBook book = new RuleBook(7);
      ActiveRule rule =
          book.put(
              Rule.of("a", Match.everything(), THROTTLE)
                  .withSchedule(Schedule.always().withLimit(2)));

      assertThat(firings(book, "a", 4)).containsExactly(true, true, false, false);
      assertThat(rule.calls()).isEqualTo(4);
      assertThat(rule.fired()).isEqualTo(2);
    }
  }

  @Nested
  class MatchesRequests {
    private final RuleBook book = new RuleBook(7);

    private boolean hits(String operation, String... tables) {
      return !book.current().judge(new RequestFacts(operation, Set.of(tables))).isEmpty();
    }

    @Test
    void byOperationAndTableTogether() {
      book.put(
          Rule.of(
              "a",
              new Match(
                  List.of(
                      new Criterion.OperationIn(Set.of("PutItem")),
                      new Criterion.TableIn(Set.of("orders")))),
              THROTTLE));

      assertThat(hits("PutItem", "orders")).isTrue();
      assertThat(hits("PutItem", "customers", "orders")).isTrue();
      assertThat(hits("PutItem", "customers")).isFalse();
      assertThat(hits("GetItem", "orders")).isFalse();
      assertThat(hits("PutItem")).isFalse();
    }

    @Test
    void askingForTheBodyOnlyWhereItCanDecide() {
      assertThat(book.current().needsBodyOf(RequestFacts.ofOperation("PutItem"))).isFalse();
      book.put(
          Rule.of(
              "a",
              new Match(
                  List.of(
                      new Criterion.TableIn(Set.of("orders")),
                      new Criterion.OperationIn(Set.of("PutItem")))),
              THROTTLE));

      assertThat(book.current().needsBodyOf(RequestFacts.ofOperation("PutItem"))).isTrue();
      assertThat(book.current().needsBodyOf(RequestFacts.ofOperation("GetItem"))).isFalse();
    }
  }

  @Nested
  class Changes {
    @Test
    void byReplacingInPlaceAndStartingAfresh() {
      RuleBook book = new RuleBook(7);
      book.put(half("a"));
      book.put(half("b"));
      firings(book, "a", 5);

      book.put(Rule.of("a", Match.everything(), new AddedLatency(1)));

      assertThat(book.current().rules())
          .extracting(active -> active.rule().id().text() + active.calls())
          .containsExactly("a0", "b5");
    }

    @Test
    void byAddingRemovingAndClearing() {
      RuleBook book = new RuleBook(7);

      assertThat(book.add(half("a"))).isPresent();
      assertThat(book.add(half("a"))).isEmpty();
      assertThat(book.remove(new RuleId("b"))).isFalse();
      assertThat(book.remove(new RuleId("a"))).isTrue();
      book.put(half("c"));
      assertThat(book.clear()).isEqualTo(1);
      assertThat(book.current().rules()).isEmpty();
    }
  }
}
