package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.fault.AddedLatency;
import dev.assay.fault.Criterion;
import dev.assay.fault.Fault;
import dev.assay.fault.Match;
import dev.assay.fault.Rule;
import dev.assay.fault.Schedule;
import dev.assay.fault.Throttling;
import dev.assay.fault.Throttling.Refusal;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Touch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rule in force")
class FaultsTest {
  private static final Throttling THROTTLE =
      new Throttling(Refusal.PROVISIONED_THROUGHPUT_EXCEEDED);
  private static final Match ORDERS = new Match(List.of(new Criterion.TableIn(Set.of("orders"))));
  private static final Match PUTS =
      new Match(List.of(new Criterion.OperationIn(Set.of("PutItem"))));

  private RawStore store;
  private ProxyFixture fixture;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    store = RawStore.echo();
    fixture = new ProxyFixture(store.address());
    client = fixture.client();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fixture.close();
    store.close();
  }

  private void rule(Match match, Fault fault) {
    fixture.proxy().rules().put(Rule.of("r", match, fault));
  }

  @Test
  void throttlesAsTheServiceDoesAndTheStoreNeverSeesIt() throws IOException {
    rule(PUTS, THROTTLE);

    RawHttp.Answer answer = client.call("PutItem", "{\"TableName\":\"orders\",\"Item\":{}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.head().header("Content-Type")).contains("application/x-amz-json-1.0");
    assertThat(answer.head().header("x-amzn-RequestId").orElseThrow()).matches("[A-Z0-9]{52}");
    CRC32 crc = new CRC32();
    crc.update(answer.body());
    assertThat(answer.head().header("x-amz-crc32")).contains(Long.toString(crc.getValue()));
    JsonNode body = new ObjectMapper().readTree(answer.body());
    assertThat(body.path("__type").asText())
        .isEqualTo("com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException");
    assertThat(body.path("message").asText())
        .isEqualTo(
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                + " increasing your provisioning level with the UpdateTable API.");
    assertThat(body.path("ThrottlingReasons").toString())
        .isEqualTo(
            "[{\"reason\":\"TableWriteProvisionedThroughputExceeded\","
                + "\"resource\":\"arn:aws:dynamodb:us-east-1:000000000000:table/orders\"}]");
    assertThat(store.requests()).isEmpty();
    assertThat(fixture.journal())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.outcome()).isEqualTo(Outcome.REFUSED_BY_RULE);
              assertThat(exchange.touchedBy()).containsExactly(new Touch("r", "throttling"));
              assertThat(exchange.errorType()).isEqualTo("ProvisionedThroughputExceededException");
              assertThat(exchange.storeSaw()).isEqualTo(Knowledge.NO);
              assertThat(exchange.storeApplied()).isEqualTo(Knowledge.NO);
            });
  }

  @Test
  void throttlesWithTheOtherErrorsOfTheService() throws IOException {
    rule(PUTS, new Throttling(Refusal.THROTTLING));
    assertThat(client.call("PutItem", "{\"TableName\":\"t\"}").text())
        .contains("com.amazon.coral.availability#ThrottlingException")
        .contains("\"throttlingReasons\":[{\"reason\":\"TableWriteKeyRangeThroughputExceeded\"");

    rule(PUTS, new Throttling(Refusal.REQUEST_LIMIT_EXCEEDED));
    assertThat(client.call("PutItem", "{\"TableName\":\"t\"}").text())
        .contains("com.amazonaws.dynamodb.v20120810#RequestLimitExceeded")
        .contains("\"ThrottlingReasons\":[{\"reason\":\"TableWriteAccountLimitExceeded\"");
  }

  @Test
  void holdsARequestBackBeforeTheStoreSeesIt() throws IOException {
    rule(PUTS, new AddedLatency(80));

    assertThat(client.call("PutItem", "{\"a\":1}").text()).isEqualTo("{\"a\":1}");

    Exchange exchange = fixture.journal().getFirst();
    assertThat(exchange.touchedBy()).containsExactly(new Touch("r", "latency"));
    assertThat(exchange.times().forwardedNanos() - exchange.times().receivedNanos())
        .isGreaterThanOrEqualTo(80_000_000L);
    assertThat(exchange.storeApplied()).isEqualTo(Knowledge.YES);
  }

  @Test
  void keepsAConnectionUsableAfterARequestThatWasHeld() throws IOException {
    rule(PUTS, new AddedLatency(1));

    client.send(
        RawClient.request("PutItem", "{\"n\":1}")
            + RawClient.request("PutItem", "{\"n\":2}")
            + RawClient.request("GetItem", "{\"n\":3}"));

    assertThat(client.answer().text()).isEqualTo("{\"n\":1}");
    assertThat(client.answer().text()).isEqualTo("{\"n\":2}");
    assertThat(client.answer().text()).isEqualTo("{\"n\":3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Item\":{\"TableName\":{\"S\":\"x\"}},\"TableName\":\"orders\"}",
        "{\"TableName\":\"arn:aws:dynamodb:us-east-1:1:table/orders\"}",
        "{\"RequestItems\":{\"other\":[{}],\"orders\":[{}]}}",
        "{\"TransactItems\":[{\"Get\":{\"TableName\":\"x\"}},{\"Put\":{\"Item\":{},\"TableName\":\"orders\"}}]}",
        "{\"Statement\":\"SELECT * FROM \\\"orders\\\" WHERE a = 'b'\"}",
        "{\"TransactStatements\":[{\"Statement\":\"INSERT INTO orders VALUE {'a': 'b'}\"}]}",
      })
  void findsItsTableWhereverARequestNamesIt(String body) throws IOException {
    rule(ORDERS, THROTTLE);

    assertThat(client.call("Any", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"TableName\":\"other\",\"Item\":{\"orders\":{\"S\":\"orders\"}}}",
        "{\"RequestItems\":{\"other\":[{\"TableName\":\"orders\"}]}}",
        "{\"Statement\":\"SELECT * FROM other WHERE a = 'x FROM orders'\"}",
        "not json at all",
        "[\"orders\"]",
        "",
      })
  void leavesRequestsAloneThatNameAnotherTable(String body) throws IOException {
    rule(ORDERS, THROTTLE);

    assertThat(client.call("Any", body).text()).isEqualTo(body);
  }

  @Test
  void letsNoRequestEscapeOnceItIsAcknowledged() throws IOException {
    for (int i = 0; i < 200; i++) {
      assertThat(client.call("PutItem", "{\"TableName\":\"orders\"}").status()).isEqualTo(200);
      rule(i % 2 == 0 ? PUTS : ORDERS, THROTTLE);
      assertThat(client.call("PutItem", "{\"TableName\":\"orders\"}").status()).isEqualTo(400);
      fixture.proxy().rules().clear();
    }
  }

  @Test
  void answersThousandsOfPipelinedRequestsOnTheSpot() throws IOException {
    rule(PUTS, THROTTLE);
    client.send(RawClient.request("PutItem", "{}").repeat(3000));

    for (int i = 0; i < 3000; i++) {
      assertThat(client.answer().status()).isEqualTo(400);
    }
    assertThat(fixture.journal()).hasSize(3000);
  }

  @Test
  void choosesTheSameCallsAgainForTheSameSeed() throws IOException {
    List<Integer> first = statusesOfAFreshProxy();

    assertThat(statusesOfAFreshProxy()).isEqualTo(first);
    assertThat(first).contains(200, 400);
  }

  private List<Integer> statusesOfAFreshProxy() throws IOException {
    List<Integer> statuses = new ArrayList<>();
    try (ProxyFixture fresh = new ProxyFixture(store.address(), settings -> settings.withSeed(42));
        RawClient caller = fresh.client()) {
      fresh
          .proxy()
          .rules()
          .put(Rule.of("half", PUTS, THROTTLE).withSchedule(Schedule.always().withShare(0.5)));
      for (int i = 0; i < 200; i++) {
        statuses.add(caller.call("PutItem", "{}").status());
      }
    }
    return statuses;
  }
}
