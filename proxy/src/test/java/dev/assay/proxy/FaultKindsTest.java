package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The store here answers with the request's own body, so that what it saw can be read. */
@DisplayName("A fault of the kind")
class FaultKindsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  private void fault(String fault) {
    fixture.proxy().rules().put(RuleJson.read("{\"fault\":" + fault + "}", new RuleId("r")));
  }

  private void rule(String rule) {
    fixture.proxy().rules().put(RuleJson.read(rule, new RuleId("r")));
  }

  private Exchange only() {
    List<Exchange> lines = fixture.journalOf(1);
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void latencyOnTheResponseWaitsAfterTheStoreAnswered() throws IOException {
    fault("{\"kind\":\"latency\",\"latency_ms\":60,\"on\":\"response\"}");

    assertThat(client.call("PutItem", "{\"a\":1}").text()).isEqualTo("{\"a\":1}");

    assertThat(only().times().answeredNanos() - only().times().firstByteBackNanos())
        .isGreaterThanOrEqualTo(60_000_000L);
  }

  @Test
  void bandwidthSlowsTheAnswerDown() throws IOException {
    fault("{\"kind\":\"bandwidth\",\"bytes_per_s\":1000}");
    String body = "{\"a\":\"" + "x".repeat(200) + "\"}";

    assertThat(client.call("PutItem", body).text()).isEqualTo(body);

    assertThat(only().times().answeredNanos() - only().times().firstByteBackNanos())
        .isGreaterThanOrEqualTo(200_000_000L);
  }

  @Test
  void bandwidthSlowsTheRequestDown() throws IOException {
    fault("{\"kind\":\"bandwidth\",\"bytes_per_s\":1000,\"on\":\"request\"}");
    String body = "{\"a\":\"" + "x".repeat(200) + "\"}";

    assertThat(client.call("PutItem", body).text()).isEqualTo(body);

    assertThat(only().times().firstByteBackNanos() - only().times().forwardedNanos())
        .isGreaterThanOrEqualTo(150_000_000L);
  }

  @Test
  void slowDripGivesTheAnswerDropByDrop() throws IOException {
    fault("{\"kind\":\"slow_drip\",\"piece_bytes\":3,\"pause_ms\":10}");

    assertThat(client.call("PutItem", "{\"abcdefghijklmnop\":1}").text()).contains("abcdef");

    assertThat(only().times().answeredNanos() - only().times().firstByteBackNanos())
        .isGreaterThanOrEqualTo(60_000_000L);
  }

  @Test
  void stallLastsUntilTheRuleIsRemoved() throws IOException {
    fault("{\"kind\":\"stall\"}");
    client.send(RawClient.request("PutItem", "{\"a\":1}"));
    while (fixture.proxy().rules().find(new RuleId("r")).orElseThrow().active() == 0) {
      Thread.onSpinWait();
    }
    assertThat(store.requests()).isEmpty();

    fixture.proxy().rules().remove(new RuleId("r"));

    assertThat(client.answer().text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void stallEndsWhenTheDeadMansSwitchGoesOff() throws IOException {
    fault("{\"kind\":\"stall\",\"on\":\"response\"}");
    fixture.proxy().rules().renewLease(50);

    assertThat(client.call("PutItem", "{\"a\":1}").text()).isEqualTo("{\"a\":1}");
    assertThat(fixture.proxy().rules().current().rules()).isEmpty();
  }

  @Test
  void refusedConnectionResetsItBeforeThereIsARequest() throws IOException {
    assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
    fault("{\"kind\":\"refuse_connection\"}");

    assertThat(client.call("PutItem", "{}").status()).as("what is open stays").isEqualTo(200);
    assertThatThrownBy(() -> fixture.client().call("PutItem", "{}"))
        .isInstanceOf(SocketException.class);
    assertThat(fixture.journalOf(3).get(2).outcome()).isEqualTo(Outcome.DROPPED_BY_RULE);
    assertThat(fixture.journal().get(2).storeSaw()).isEqualTo(Knowledge.NO);
  }

  @Test
  void refusedConnectionMeetsItsClientOnly() throws IOException {
    rule("{\"match\":{\"client\":\"127.9.9.9\"},\"fault\":{\"kind\":\"refuse_connection\"}}");

    try (RawClient another = fixture.client()) {
      assertThat(another.call("PutItem", "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void failedHandshakeGivesTheAlert() throws IOException {
    fault("{\"kind\":\"tls_handshake_failure\"}");

    try (RawClient another = fixture.client()) {
      another.send(new byte[] {22, 3, 1, 0, 1, 1});
      assertThat(another.untilEnd().getBytes(StandardCharsets.UTF_8))
          .containsExactly(21, 3, 3, 0, 2, 2, 40);
    }
    assertThat(only().touchedBy()).extracting("kind").containsExactly("tls_handshake_failure");
  }

  @Test
  void resetIsAResetAndNoEnd() throws IOException {
    fault("{\"kind\":\"reset\"}");

    assertThatThrownBy(() -> client.call("PutItem", "{}")).isInstanceOf(SocketException.class);

    assertThat(only().outcome()).isEqualTo(Outcome.DROPPED_BY_RULE);
    assertThat(only().storeSaw()).isEqualTo(Knowledge.NO);
    assertThat(store.requests()).isEmpty();
  }

  @Test
  void halfCloseEndsTheAnswersSideOnly() throws IOException {
    fault("{\"kind\":\"half_close\"}");

    assertThatThrownBy(() -> client.call("PutItem", "{}")).isInstanceOf(EOFException.class);
    for (int i = 0; i < 100; i++) {
      client.send("x".repeat(1000));
    }

    assertThat(only().storeSaw()).isEqualTo(Knowledge.NO);
  }

  @Test
  void closeAfterPromisesAllAndGivesSome() throws IOException {
    fault("{\"kind\":\"close_after\",\"bytes\":4}");
    client.send(RawClient.request("PutItem", "{\"abc\":1}"));

    assertThat(client.head().header("Content-Length")).contains("9");
    assertThat(client.untilEnd()).isEqualTo("{\"ab");
    assertThat(only().outcome()).isEqualTo(Outcome.DROPPED_BY_RULE);
    assertThat(only().storeApplied()).isEqualTo(Knowledge.YES);
  }

  @Test
  void truncatedBodyIsWholeHttp() throws IOException {
    fault("{\"kind\":\"truncated_body\",\"keep_bytes\":4}");

    assertThat(client.call("PutItem", "{\"abc\":1}").text()).isEqualTo("{\"ab");
    assertThat(client.call("PutItem", "{}").text()).isEqualTo("{");
  }

  @Test
  void corruptedBodyDiffersInAsManyBytesAsAsked() throws IOException {
    fault("{\"kind\":\"corrupted_body\",\"bytes\":2}");
    String sent = "{\"abc\":1}";

    byte[] got = client.call("PutItem", sent).body();

    int differing = 0;
    for (int i = 0; i < got.length; i++) {
      differing += got[i] == sent.charAt(i) ? 0 : 1;
    }
    assertThat(got).hasSize(sent.length());
    assertThat(differing).isEqualTo(2);
  }

  @Test
  void wrongCrc32IsNotThatOfTheBody() throws IOException {
    fault("{\"kind\":\"wrong_crc32\"}");

    RawHttp.Answer answer = client.call("PutItem", "{\"abc\":1}");

    CRC32 crc = new CRC32();
    crc.update(answer.body());
    assertThat(answer.text()).isEqualTo("{\"abc\":1}");
    assertThat(answer.head().header("x-amz-crc32").orElseThrow())
        .matches("[0-9]+")
        .isNotEqualTo(Long.toString(crc.getValue()));
  }

  @Test
  void errorAfterTheStoreWorkedTellsTheJournalSo() throws IOException {
    fault("{\"kind\":\"error\",\"error\":\"InternalServerError\",\"on\":\"response\"}");

    RawHttp.Answer answer = client.call("PutItem", "{\"abc\":1}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("com.amazonaws.dynamodb.v20120810#InternalServerError");
    assertThat(only().storeApplied()).isEqualTo(Knowledge.YES);
    assertThat(only().outcome()).isEqualTo(Outcome.REFUSED_BY_RULE);
  }

  @Test
  void errorOfSignaturesNamesTheRequestsOwnTime() throws IOException {
    fault("{\"kind\":\"error\",\"error\":\"InvalidSignatureException\"}");
    String request =
        RawClient.request("PutItem", "{}")
            .replace("Host:", "X-Amz-Date: 20200101T000000Z\r\nHost:");

    assertThat(client.send(request).answer().text())
        .containsPattern(
            "Signature expired: 20200101T000000Z is now earlier than [0-9]{8}T[0-9]{6}Z"
                + " \\([0-9]{8}T[0-9]{6}Z - 5 min\\.\\)");
  }

  @Test
  void throttlingOfAnIndexNamesIt() throws IOException {
    fault("{\"kind\":\"throttling\",\"error\":\"ThrottlingException\"}");

    JsonNode reasons =
        JSON.readTree(
                client.call("Query", "{\"TableName\":\"t\",\"IndexName\":\"by-date\"}").body())
            .path("throttlingReasons");

    assertThat(reasons.toString())
        .isEqualTo(
            "[{\"reason\":\"IndexReadKeyRangeThroughputExceeded\",\"resource\":"
                + "\"arn:aws:dynamodb:us-east-1:000000000000:table/t/index/by-date\"}]");
  }

  @Test
  void cancelledTransactionHasAReasonForEachAction() throws IOException {
    fault("{\"kind\":\"transaction_cancelled\",\"reasons\":[\"None\",\"ConditionalCheckFailed\"]}");

    JsonNode body =
        JSON.readTree(client.call("TransactWriteItems", "{\"TransactItems\":[{},{},{}]}").body());

    assertThat(body.path("Message").asText())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [None, ConditionalCheckFailed, None]");
    assertThat(body.path("CancellationReasons").toString())
        .isEqualTo(
            "[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\","
                + "\"Message\":\"The conditional request failed\"},{\"Code\":\"None\"}]");
    assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
  }

  @Test
  void unprocessedItemsAreNotShownToTheStoreAndComeBack() throws IOException {
    fault("{\"kind\":\"unprocessed_items\",\"positions\":[0,2]}");
    String body =
        "{\"RequestItems\":{\"a\":[{\"PutRequest\":{\"n\":0}},{\"PutRequest\":{\"n\":1}}],"
            + "\"b\":[{\"DeleteRequest\":{\"n\":2}}]}}";

    assertThat(client.call("BatchWriteItem", body).text())
        .isEqualTo(
            "{\"RequestItems\":{\"a\":[{\"PutRequest\":{\"n\":1}}]},"
                + "\"UnprocessedItems\":{\"a\":[{\"PutRequest\":{\"n\":0}}],"
                + "\"b\":[{\"DeleteRequest\":{\"n\":2}}]}}");
  }

  @Test
  void unprocessedKeysComeBackWithTheParametersOfTheirTable() throws IOException {
    fault("{\"kind\":\"unprocessed_keys\",\"last\":1}");
    String body =
        "{\"RequestItems\":{\"a\":{\"ConsistentRead\":true,\"Keys\":[{\"n\":0},{\"n\":1}]}}}";

    assertThat(client.call("BatchGetItem", body).text())
        .isEqualTo(
            "{\"RequestItems\":{\"a\":{\"ConsistentRead\":true,\"Keys\":[{\"n\":0}]}},"
                + "\"UnprocessedKeys\":{\"a\":{\"ConsistentRead\":true,\"Keys\":[{\"n\":1}]}}}");
  }

  @Test
  void unprocessedItemsOfAWholeBatchRefuseItAsTheServiceDoes() throws IOException {
    fault("{\"kind\":\"unprocessed_items\",\"each\":1}");

    assertThat(client.call("BatchWriteItem", "{\"RequestItems\":{\"a\":[{}]}}").text())
        .contains("ProvisionedThroughputExceededException");
    assertThat(store.requests()).isEmpty();
  }

  @Test
  void shortPageLowersTheLimitAndNeverRaisesIt() throws IOException {
    fault("{\"kind\":\"short_page\",\"limit\":2}");

    assertThat(client.call("Scan", "{\"TableName\":\"t\"}").text())
        .isEqualTo("{\"TableName\":\"t\",\"Limit\":2}");
    assertThat(client.call("Query", "{\"Limit\":1}").text()).isEqualTo("{\"Limit\":1}");
    assertThat(client.call("Query", "{\"Limit\":9}").text()).isEqualTo("{\"Limit\":2}");
    assertThat(client.call("GetItem", "{\"Limit\":9}").text()).isEqualTo("{\"Limit\":9}");
  }

  @Test
  void emptyPageStandsWhereTheClientStood() throws IOException {
    fault("{\"kind\":\"empty_page\"}");

    assertThat(client.call("Scan", "{}").text()).isEqualTo("{\"Limit\":1}");
    assertThat(client.call("Scan", "{\"ExclusiveStartKey\":{\"pk\":{\"S\":\"a\"}}}").text())
        .isEqualTo(
            "{\"Count\":0,\"Items\":[],\"ScannedCount\":0,"
                + "\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"}}}");
  }

  @Test
  void lostRequestNeverReachesTheStore() throws IOException {
    fault("{\"kind\":\"lost_request\"}");

    assertThatThrownBy(() -> client.call("PutItem", "{}")).isInstanceOf(EOFException.class);

    assertThat(only().storeSaw()).isEqualTo(Knowledge.NO);
    assertThat(only().storeApplied()).isEqualTo(Knowledge.NO);
    assertThat(only().detail())
        .isEqualTo("rule r closed the client's connection before the store saw the request");
  }

  @Test
  void lostAnswerIsAppliedAndUnheard() throws IOException {
    fault("{\"kind\":\"lost_answer\",\"client_gets\":\"reset\"}");

    assertThatThrownBy(() -> client.call("PutItem", "{}")).isInstanceOf(SocketException.class);

    assertThat(only().storeSaw()).isEqualTo(Knowledge.YES);
    assertThat(only().storeApplied()).isEqualTo(Knowledge.YES);
    assertThat(only().status()).isZero();
  }

  @Test
  void lateDeliveryComesAfterTheRetryWasAnswered() throws IOException {
    rule("{\"fault\":{\"kind\":\"late_delivery\",\"bound_ms\":600000},\"schedule\":{\"limit\":1}}");
    assertThatThrownBy(() -> client.call("PutItem", "{\"n\":1}")).isInstanceOf(EOFException.class);
    try (RawClient retry = fixture.client()) {
      assertThat(retry.call("PutItem", "{\"n\":2}").status()).isEqualTo(200);
      assertThat(retry.call("PutItem", "{\"n\":1}").status()).isEqualTo(200);
    }

    List<Exchange> lines = fixture.journalOf(4);
    assertThat(lines)
        .extracting(Exchange::outcome)
        .containsExactly(
            Outcome.DROPPED_BY_RULE, Outcome.ANSWERED, Outcome.ANSWERED, Outcome.DELIVERED_LATE);
    Exchange late = lines.getLast();
    assertThat(lines.getFirst().storeSaw()).isEqualTo(Knowledge.NO);
    assertThat(late.storeApplied()).isEqualTo(Knowledge.YES);
    assertThat(late.request().bodyText()).isEqualTo("{\"n\":1}");
    assertThat(late.times().receivedNanos()).isEqualTo(lines.getFirst().times().receivedNanos());
    assertThat(late.times().forwardedNanos()).isGreaterThan(lines.get(2).times().receivedNanos());
    assertThat(late.detail())
        .matches(
            "rule r delivered the request after its retry was answered, [0-9]+ ms late:"
                + " the store answered 200");
  }

  @Test
  void lateDeliveryComesWhenItsTimeIsOverToo() throws IOException {
    fault("{\"kind\":\"late_delivery\",\"bound_ms\":30,\"client_gets\":\"error\"}");

    assertThat(client.call("PutItem", "{}").status()).isEqualTo(500);

    assertThat(fixture.journalOf(2).getLast().detail()).contains("when its time was over");
    assertThat(store.requests()).hasSize(1);
  }

  @Test
  void lateDeliveryWaitsForASilentClientToGiveUp() throws IOException {
    fault("{\"kind\":\"late_delivery\",\"bound_ms\":0,\"client_gets\":\"silence\"}");
    try (RawClient impatient = fixture.client()) {
      impatient.send(RawClient.request("PutItem", "{}"));
      while (fixture.proxy().rules().find(new RuleId("r")).orElseThrow().active() == 0) {
        Thread.onSpinWait();
      }
      assertThat(store.requests()).isEmpty();
    }

    assertThat(fixture.journalOf(2))
        .extracting(Exchange::outcome)
        .containsExactly(Outcome.CLIENT_GONE, Outcome.DELIVERED_LATE);
  }

  @Test
  void doubleDeliveryHasALineForEach() throws IOException {
    fault("{\"kind\":\"double_delivery\"}");

    assertThat(client.call("PutItem", "{\"n\":1}").text()).isEqualTo("{\"n\":1}");

    assertThat(store.requests()).hasSize(2);
    assertThat(fixture.journalOf(2))
        .extracting(Exchange::outcome)
        .containsExactly(Outcome.DELIVERED_TWICE, Outcome.ANSWERED);
    assertThat(fixture.journal()).allMatch(line -> line.storeApplied() == Knowledge.YES);
  }

  @Test
  void partitionIsSilentUntilItHeals() throws IOException {
    rule("{\"match\":{\"upstream\":\"store\"},\"fault\":{\"kind\":\"partition\"}}");
    client.send(RawClient.request("PutItem", "{}"));
    while (fixture.proxy().rules().find(new RuleId("r")).orElseThrow().active() == 0) {
      Thread.onSpinWait();
    }

    fixture.proxy().rules().clear();

    assertThat(client.ended()).isTrue();
    assertThat(store.requests()).isEmpty();
    assertThat(only().storeSaw()).isEqualTo(Knowledge.NO);
  }

  @Test
  void anyKindReleasesItsPlaceUnderTheCapWhenTheExchangeEnds() throws IOException {
    rule("{\"fault\":{\"kind\":\"latency\",\"latency_ms\":1},\"schedule\":{\"max_active\":1}}");

    for (int i = 0; i < 5; i++) {
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
    }

    var rule = fixture.proxy().rules().find(new RuleId("r")).orElseThrow();
    assertThat(rule.fired()).isEqualTo(5);
    assertThat(rule.heldBack()).isZero();
    assertThat(fixture.proxy().rules().activeNow()).isZero();
  }

  @Test
  void anyKindFindsKeysInCompressedAndChunkedBodies() throws IOException {
    rule(
        "{\"match\":{\"key\":{\"pk\":{\"from\":\"b\",\"to\":\"d\"}}},"
            + "\"fault\":{\"kind\":\"error\",\"error\":\"ServiceUnavailable\"}}");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"Key\":{\"pk\":{\"S\":\"c\"}}}".getBytes(StandardCharsets.UTF_8));
    }
    client.send(
        "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n"
            + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(packed.size())
            + "\r\n");
    client.send(packed.toByteArray());
    client.send("\r\n0\r\n\r\n");

    assertThat(client.answer().status()).isEqualTo(503);
    assertThat(client.call("GetItem", "{\"Key\":{\"pk\":{\"S\":\"e\"}}}").status()).isEqualTo(200);
    assertThat(client.call("GetItem", "{\"Key\":{\"pk\":{\"S\":\"c\"}}").text())
        .as("what cannot be read is never matched")
        .isEqualTo("{\"Key\":{\"pk\":{\"S\":\"c\"}}");
    String query =
        "{\"KeyConditionExpression\":\"#p = :p AND n >= :n\",\"ExpressionAttributeNames\":"
            + "{\"#p\":\"pk\"},\"ExpressionAttributeValues\":{\":p\":{\"S\":\"b\"},\":n\":{\"N\":\"1\"}}}";
    assertThat(client.call("Query", query).status()).isEqualTo(503);
  }

  @Test
  void anyKindMeetsTheRegionAndTheKeyIdThatSigned() throws IOException {
    rule(
        "{\"match\":{\"region\":\"eu-west-2\",\"client\":\"AKIDX\"},"
            + "\"fault\":{\"kind\":\"error\",\"error\":\"ExpiredTokenException\"}}");
    String signed =
        RawClient.request("PutItem", "{}")
            .replace(
                "Host:",
                "Authorization: AWS4-HMAC-SHA256"
                    + " Credential=AKIDX/20260101/eu-west-2/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=00\r\n"
                    + "Host:");

    assertThat(client.send(signed).answer().text()).contains("ExpiredTokenException");
    assertThat(client.send(signed.replace("AKIDX", "AKIDY")).answer().status()).isEqualTo(200);
    assertThat(client.send(signed.replace("eu-west-2", "eu-west-1")).answer().status())
        .isEqualTo(200);
  }
}
