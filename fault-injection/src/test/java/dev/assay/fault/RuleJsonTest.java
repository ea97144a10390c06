package dev.assay.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rule in JSON")
class RuleJsonTest {

  @Test
  void isReadWithAllItsParts() {
    Rule rule =
        RuleJson.read(
            """
            {"id": "slow-puts",
             "match": {"operation": ["PutItem", "UpdateItem"], "table": "orders"},
             "fault": {"kind": "latency", "latency_ms": 250},
             "schedule": {"share": 0.5, "nth_call": 3, "limit": 10},
             "seed": 42}
            """);

    assertThat(rule)
        .isEqualTo(
            new Rule(
                new RuleId("slow-puts"),
                new Match(
                    List.of(
                        new Criterion.OperationIn(Set.of("PutItem", "UpdateItem")),
                        new Criterion.TableIn(Set.of("orders")))),
                new AddedLatency(250),
                new Schedule(0.5, OptionalLong.of(3), OptionalLong.of(10)),
                OptionalLong.of(42)));
  }

  @Test
  void meansEveryCallOfEveryRequestWhenItSaysNothingElse() {
    Rule rule = RuleJson.read("{\"fault\": {\"kind\": \"throttling\"}}", new RuleId("t"));

    assertThat(rule.match()).isEqualTo(Match.everything());
    assertThat(rule.schedule()).isEqualTo(Schedule.always());
    assertThat(rule.fault())
        .isEqualTo(new Throttling(Throttling.Refusal.PROVISIONED_THROUGHPUT_EXCEEDED));
  }

  @Test
  void comesBackTheSameAfterBeingWritten() {
    Rule rule =
        new Rule(
            new RuleId("x"),
            new Match(List.of(new Criterion.TableIn(Set.of("a", "b")))),
            new Throttling(Throttling.Refusal.THROTTLING),
            Schedule.always().withShare(0.25).withLimit(7),
            OptionalLong.of(-1));

    assertThat(RuleJson.read(RuleJson.write(rule).toString())).isEqualTo(rule);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"a","fault":{"kind":"latency","latency_ms":"abc"}} | fault.latency_ms must be a number between 0 and 600000, was "abc"
          {"id":"a","fault":{"kind":"latency","latency_ms":600001}} | fault.latency_ms must be a number between 0 and 600000, was 600001
          {"id":"a","fault":{"kind":"latency","latency_ms":1.5}} | fault.latency_ms must be a number between 0 and 600000, was 1.5
          {"id":"a","fault":{"kind":"latency"}} | fault.latency_ms must be a number between 0 and 600000, was missing
          {"id":"a","fault":{"kind":"latency","latencyms":1}} | fault.latencyms is not a known field; did you mean latency_ms?
          {"id":"a","fault":{"kind":"latncy"}} | fault.kind must be one of latency, throttling, mutant, was "latncy"; did you mean latency?
          {"id":"a","fault":{"kind":7}} | fault.kind must be one of latency, throttling, mutant, was 7
          {"id":"a","fault":{}} | fault.kind must be one of latency, throttling, mutant, was missing
          {"id":"a","fault":null} | fault must be a JSON object, was null
          {"id":"a"} | fault must be a JSON object, was missing
          {"fault":{"kind":"throttling"}} | id must be given, was missing
          {"id":"a b","fault":{"kind":"throttling"}} | id must be 1 to 64 letters, digits, '.', '-' or '_', was "a b"
          {"id":5,"fault":{"kind":"throttling"}} | id must be a string, was 5
          {"id":"a","fault":{"kind":"throttling","error":"Throttling"}} | fault.error must be one of ProvisionedThroughputExceededException, ThrottlingException, RequestLimitExceeded, was "Throttling"; did you mean ThrottlingException?
          {"id":"a","fault":{"kind":"throttling"},"match":{"operation":[]}} | match.operation must name at least one, was []
          {"id":"a","fault":{"kind":"throttling"},"match":{"table":[1]}} | match.table must be a string or an array of strings, was [1]
          {"id":"a","fault":{"kind":"throttling"},"match":{"tabel":"t"}} | match.tabel is not a known field; did you mean table?
          {"id":"a","fault":{"kind":"throttling"},"match":{"zzzzzzzzzzz":"t"}} | match.zzzzzzzzzzz is not a known field; known are operation, table
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"share":2}} | schedule.share must be a number between 0 and 1, was 2
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"limit":0}} | schedule.limit must be a whole number from 1, was 0
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"nth_call":"x"}} | schedule.nth_call must be a whole number from 1, was "x"
          {"id":"a","fault":{"kind":"throttling"},"seed":true} | seed must be a whole number, was true
          {"id":"a","fualt":{"kind":"throttling"}} | fualt is not a known field; did you mean fault?
          [1] | rule must be a JSON object, was [1]
          """)
  void isRefusedWithASentenceThatBeginsWithTheField(String json, String message) {
    assertThatThrownBy(() -> RuleJson.read(json))
        .isInstanceOf(RuleFormatException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"a",                  | rule is not valid JSON at line 1
          {"id":"a","id":"b"}         | rule is not valid JSON at line 1
          {"id":"a"} trailing         | rule is not valid JSON at line 1
          ``                          | rule must be a JSON object, was missing
          """)
  void isRefusedWithThePlaceWhenItIsNotJson(String json, String beginning) {
    assertThatThrownBy(() -> RuleJson.read(json))
        .isInstanceOf(RuleFormatException.class)
        .hasMessageStartingWith(beginning);
  }

  @Test
  void mayNotContradictTheIdOfItsPath() {
    assertThatThrownBy(
            () ->
                RuleJson.read(
                    "{\"id\":\"b\",\"fault\":{\"kind\":\"throttling\"}}", new RuleId("a")))
        .hasMessage("id must be \"a\" as in the path, was \"b\"");
  }
}
