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
                Schedule.always().withShare(0.5).withNthCall(3).withLimit(10),
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
          {"id":"a","fault":{"kind":"latncy"}} | fault.kind must be one of KINDS, was "latncy"; did you mean latency?
          {"id":"a","fault":{"kind":7}} | fault.kind must be one of KINDS, was 7
          {"id":"a","fault":{}} | fault.kind must be one of KINDS, was missing
          {"id":"a","fault":null} | fault must be a JSON object, was null
          {"id":"a"} | fault must be a JSON object, was missing
          {"fault":{"kind":"throttling"}} | id must be given, was missing
          {"id":"a b","fault":{"kind":"throttling"}} | id must be 1 to 64 letters, digits, '.', '-' or '_', was "a b"
          {"id":5,"fault":{"kind":"throttling"}} | id must be a string, was 5
          {"id":"a","fault":{"kind":"throttling","error":"Throttling"}} | fault.error must be one of ProvisionedThroughputExceededException, ThrottlingException, RequestLimitExceeded, was "Throttling"; did you mean ThrottlingException?
          {"id":"a","fault":{"kind":"throttling"},"match":{"operation":[]}} | match.operation must name at least one, was []
          {"id":"a","fault":{"kind":"throttling"},"match":{"table":[1]}} | match.table must be a string or an array of strings, was [1]
          {"id":"a","fault":{"kind":"throttling"},"match":{"tabel":"t"}} | match.tabel is not a known field; did you mean table?
          {"id":"a","fault":{"kind":"throttling"},"match":{"zzzzzzzzzzz":"t"}} | match.zzzzzzzzzzz is not a known field; known are operation, table, index, key, region, upstream, az, client
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"share":2}} | schedule.share must be a number between 0 and 1, was 2
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"limit":0}} | schedule.limit must be a whole number from 1, was 0
          {"id":"a","fault":{"kind":"throttling"},"schedule":{"nth_call":"x"}} | schedule.nth_call must be a whole number from 1, was "x"
          {"id":"a","fault":{"kind":"throttling"},"seed":true} | seed must be a whole number, was true
          {"id":"a","fualt":{"kind":"throttling"}} | fualt is not a known field; did you mean fault?
          {"id":"a","fault":{"kind":"latency_uniform","min_ms":5,"max_ms":4}} | fault.max_ms must not be less than min_ms, 5, was 4
          {"id":"a","fault":{"kind":"latency_normal","mean_ms":5,"stdev_ms":4}} | fault.stdev_ms is not a known field; did you mean stddev_ms?
          {"id":"a","fault":{"kind":"latency_percentiles","percentiles":{"50":5,"90":4}}} | fault.percentiles.90 must not be less than the row before, 5, was 4
          {"id":"a","fault":{"kind":"latency_percentiles","percentiles":{"p50":5}}} | fault.percentiles.p50 must have a name that is a number between 0 and 100
          {"id":"a","fault":{"kind":"latency_percentiles","percentiles":{}}} | fault.percentiles must have at least one row, was {}
          {"id":"a","fault":{"kind":"reset","on":"respose"}} | fault.on must be one of request, response, was "respose"; did you mean response?
          {"id":"a","fault":{"kind":"error","error":"InternalError"}} | fault.error must be one of ERRORS, was "InternalError"; did you mean InternalServerError?
          {"id":"a","fault":{"kind":"transaction_cancelled","reasons":["None"]}} | fault.reasons must hold at least one reason besides None, was [None]
          {"id":"a","fault":{"kind":"transaction_cancelled","reasons":["None","TransactionConflct"]}} | fault.reasons[1] must be one of None, ConditionalCheckFailed, ItemCollectionSizeLimitExceeded, TransactionConflict, ProvisionedThroughputExceeded, ThrottlingError, ValidationError, was "TransactionConflct"; did you mean TransactionConflict?
          {"id":"a","fault":{"kind":"unprocessed_items","positions":[0],"last":1}} | fault.last cannot be given together with positions
          {"id":"a","fault":{"kind":"lost_answer","client_gets":"half_close"}} | fault.client_gets must be one of close, reset, error, silence, was "half_close"; did you mean close?
          {"id":"a","fault":{"kind":"stall"},"match":{"key":{"pk":true}}} | match.key.pk must be a string, a number, {"B": base64}, an array of such, or {"from": ..., "to": ...}, was true
          {"id":"a","fault":{"kind":"stall"},"match":{"key":{}}} | match.key must name at least one attribute, was {}
          {"id":"a","fault":{"kind":"stall"},"match":{"key":{"pk":{"from":1,"till":2}}}} | match.key.pk.till is not a known field; known are from, to
          {"id":"a","fault":{"kind":"refuse_connection"},"match":{"table":"t"}} | match must ask for nothing but the client's address, because refuse_connection happens before there is a request, was {"table":["t"]}
          {"id":"a","fault":{"kind":"stall"},"schedule":{"period_ms":5}} | schedule.for_ms must be given where period_ms is, was missing
          {"id":"a","fault":{"kind":"stall"},"schedule":{"period_ms":5,"for_ms":6}} | schedule.for_ms must not be more than period_ms, 5, was 6
          [1] | rule must be a JSON object, was [1]
          """)
  void isRefusedWithASentenceThatBeginsWithTheField(String json, String message) {
    assertThatThrownBy(() -> RuleJson.read(json))
        .isInstanceOf(RuleFormatException.class)
        .hasMessage(
            message
                .replace("KINDS", String.join(", ", FaultJson.kinds()))
                .replace("ERRORS", errorWords()));
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

  private static String errorWords() {
    return java.util.Arrays.stream(ServiceFailure.values())
        .map(ServiceFailure::word)
        .collect(java.util.stream.Collectors.joining(", "));
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
