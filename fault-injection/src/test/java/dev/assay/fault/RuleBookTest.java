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

  private static RequestFacts head(String operation) {
    return RequestFacts.ofHead(operation, Origin.UNKNOWN, Upstream.UNKNOWN);
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
      RuleBook first = new RuleBook(7, () -> 0);
      RuleBook second = new RuleBook(7, () -> 0);
      first.put(half("a"));
      second.put(half("a"));

      assertThat(firings(first, "a", 10_000)).isEqualTo(firings(second, "a", 10_000));
    }

    @Test
    void differentlyForAnotherSeedAndForAnotherRule() {
      RuleBook book = new RuleBook(7, () -> 0);
      book.put(half("a"));
      RuleBook otherSeed = new RuleBook(8, () -> 0);
      otherSeed.put(half("a"));
      RuleBook otherRule = new RuleBook(7, () -> 0);
      otherRule.put(half("b"));

      List<Boolean> fired = firings(book, "a", 200);
      assertThat(firings(otherSeed, "a", 200)).isNotEqualTo(fired);
      assertThat(firings(otherRule, "b", 200)).isNotEqualTo(fired);
    }

    @Test
    void untouchedByRulesAddedBeforeBesideOrDuringTheRun() {
      RuleBook alone = new RuleBook(7, () -> 0);
      alone.put(half("a"));
      RuleBook crowded = new RuleBook(7, () -> 0);
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
      RuleBook first = new RuleBook(1, () -> 0);
      RuleBook second = new RuleBook(2, () -> 0);
      first.put(seeded);
      second.put(seeded);

      assertThat(firings(first, "a", 200)).isEqualTo(firings(second, "a", 200));
    }

    @Test
    void inTheShareThatWasAskedFor() {
      RuleBook book = new RuleBook(7, () -> 0);
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
      RuleBook book = new RuleBook(7, () -> 0);
      book.put(
          Rule.of("a", Match.everything(), THROTTLE)
              .withSchedule(Schedule.always().withNthCall(3)));

      assertThat(firings(book, "a", 5)).containsExactly(false, false, true, false, false);
    }

    @Test
    void ofALimit() {
      RuleBook book = new RuleBook(7, () -> 0);
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
    private final RuleBook book = new RuleBook(7, () -> 0);

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
      assertThat(book.current().needsBodyOf(head("PutItem"))).isFalse();
      book.put(
          Rule.of(
              "a",
              new Match(
                  List.of(
                      new Criterion.TableIn(Set.of("orders")),
                      new Criterion.OperationIn(Set.of("PutItem")))),
              THROTTLE));

      assertThat(book.current().needsBodyOf(head("PutItem"))).isTrue();
      assertThat(book.current().needsBodyOf(head("GetItem"))).isFalse();
    }
  }

  @Nested
  class WatchesTheClock {
    private static final long MS = 1_000_000;

    private long now = 5;
    private final RuleBook book = new RuleBook(7, () -> now);

    private boolean hitsAt(long ms) {
      now = 5 + ms * MS;
      return !book.current().judge(PUT_ORDERS).isEmpty();
    }

    @Test
    void toStartLateAndToEnd() {
      book.put(
          Rule.of("a", Match.everything(), THROTTLE)
              .withSchedule(
                  Schedule.always()
                      .withWindow(new Window(100, OptionalLong.of(50), OptionalLong.empty()))));

      assertThat(hitsAt(99)).isFalse();
      assertThat(hitsAt(100)).isTrue();
      assertThat(hitsAt(149)).isTrue();
      assertThat(hitsAt(150)).isFalse();
    }

    @Test
    void toComeBackEachPeriod() {
      book.put(
          Rule.of("a", Match.everything(), THROTTLE)
              .withSchedule(
                  Schedule.always()
                      .withWindow(new Window(10, OptionalLong.of(50), OptionalLong.of(200)))));

      assertThat(hitsAt(59)).isTrue();
      assertThat(hitsAt(60)).isFalse();
      assertThat(hitsAt(210)).isTrue();
      assertThat(hitsAt(1060)).isFalse();
    }

    @Test
    void toHealWhenTheControllerIsNotHeardFrom() {
      ActiveRule rule = book.put(Rule.of("a", Match.everything(), THROTTLE));
      Hit hit = book.current().judge(PUT_ORDERS).getFirst();
      book.renewLease(1000);

      assertThat(hitsAt(999)).isTrue();
      book.renewLease(1000);
      assertThat(hitsAt(1500)).isTrue();
      assertThat(hit.lasts()).isTrue();
      assertThat(hitsAt(1999)).isFalse();
      assertThat(hit.lasts()).isFalse();
      assertThat(book.current().rules()).isEmpty();
      assertThat(book.leaseExpiries()).isEqualTo(1);
      assertThat(rule.fired()).isEqualTo(3);
      book.put(Rule.of("b", Match.everything(), THROTTLE));
      assertThat(hitsAt(100_000)).isTrue();
    }
  }

  @Nested
  class CapsActiveFaults {
    private final RuleBook book = new RuleBook(7, () -> 0);

    @Test
    void ofOneRule() {
      ActiveRule rule =
          book.put(
              Rule.of("a", Match.everything(), THROTTLE)
                  .withSchedule(Schedule.always().withMaxActive(1)));
      Hit first = book.current().judge(PUT_ORDERS).getFirst();

      assertThat(book.current().judge(PUT_ORDERS)).isEmpty();
      first.over();
      assertThat(book.current().judge(PUT_ORDERS)).hasSize(1);
      assertThat(rule.heldBack()).isEqualTo(1);
      assertThat(rule.calls()).isEqualTo(3);
    }

    @Test
    void ofAllTogether() {
      book.maxActive(OptionalLong.of(1));
      book.put(Rule.of("a", Match.everything(), THROTTLE));
      book.put(Rule.of("b", Match.everything(), THROTTLE));

      List<Hit> hits = book.current().judge(PUT_ORDERS);
      assertThat(hits).hasSize(1);
      assertThat(book.activeNow()).isEqualTo(1);
      hits.getFirst().over();
      assertThat(book.activeNow()).isZero();
    }
  }

  @Nested
  class MatchesKeys {
    private final RuleBook book = new RuleBook(7, () -> 0);

    private boolean hits(String match, String... items) {
      book.put(
          RuleJson.read(
              "{\"id\":\"k\",\"match\":{\"key\":" + match + "},\"fault\":{\"kind\":\"stall\"}}"));
      List<java.util.Map<String, KeyValue>> keys = new ArrayList<>();
      for (String item : items) {
        try {
          java.util.Map<String, KeyValue> key = new java.util.HashMap<>();
          new com.fasterxml.jackson.databind.ObjectMapper()
              .readTree(item)
              .properties()
              .forEach(a -> key.put(a.getKey(), KeyValue.ofAttribute(a.getValue()).orElseThrow()));
          keys.add(key);
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
      return !book.current()
          .judge(new RequestFacts("PutItem", Set.of()).withBody(Set.of(), Set.of(), keys))
          .isEmpty();
    }

    @Test
    void byValue() {
      assertThat(hits("{\"pk\":\"a\"}", "{\"pk\":{\"S\":\"a\"}}")).isTrue();
      assertThat(hits("{\"pk\":[\"a\",\"b\"]}", "{\"pk\":{\"S\":\"b\"}}")).isTrue();
      assertThat(hits("{\"pk\":1}", "{\"pk\":{\"N\":\"1.0\"}}")).isTrue();
      assertThat(hits("{\"pk\":\"1\"}", "{\"pk\":{\"N\":\"1\"}}")).isFalse();
      assertThat(hits("{\"pk\":{\"B\":\"AQI=\"}}", "{\"pk\":{\"B\":\"AQI=\"}}")).isTrue();
      assertThat(hits("{\"pk\":\"a\"}")).isFalse();
    }

    @Test
    void byRangeInTheOrderOfTheService() {
      assertThat(hits("{\"n\":{\"from\":-5,\"to\":10}}", "{\"n\":{\"N\":\"10.0\"}}")).isTrue();
      assertThat(hits("{\"n\":{\"from\":-5,\"to\":10}}", "{\"n\":{\"N\":\"1E+1\"}}")).isTrue();
      assertThat(hits("{\"n\":{\"from\":-5,\"to\":10}}", "{\"n\":{\"N\":\"-5.1\"}}")).isFalse();
      assertThat(hits("{\"n\":{\"from\":9}}", "{\"n\":{\"N\":\"10\"}}")).isTrue();
      assertThat(hits("{\"s\":{\"from\":\"b\"}}", "{\"s\":{\"S\":\"a\"}}")).isFalse();
      assertThat(hits("{\"s\":{\"from\":\"\uFFFD\"}}", "{\"s\":{\"S\":\"\uD83D\uDE00\"}}"))
          .isTrue();
      assertThat(hits("{\"b\":{\"to\":{\"B\":\"fw==\"}}}", "{\"b\":{\"B\":\"gA==\"}}")).isFalse();
    }

    @Test
    void wholeItemsAndNotAttributesOfSeveral() {
      String match = "{\"pk\":\"a\",\"sk\":1}";
      assertThat(hits(match, "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}")).isTrue();
      assertThat(
              hits(
                  match,
                  "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"2\"}}",
                  "{\"pk\":{\"S\":\"b\"},\"sk\":{\"N\":\"1\"}}"))
          .isFalse();
    }
  }

  @Nested
  class Changes {
    @Test
    void byReplacingInPlaceAndStartingAfresh() {
      RuleBook book = new RuleBook(7, () -> 0);
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
      RuleBook book = new RuleBook(7, () -> 0);

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
