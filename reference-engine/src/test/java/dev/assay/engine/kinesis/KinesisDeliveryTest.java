package dev.assay.engine.kinesis;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Request;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Precision;
import dev.assay.engine.table.KinesisDestination.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a data stream gets of a table's changes, and what happens when it cannot be reached. */
final class KinesisDeliveryTest {
  private static final String DENIED = "User does not have a permission to use kinesis stream";

  private final KinesisFixture fixture = new KinesisFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aChangeIsPutAsTheServicePutsIt() throws IOException {
    fixture.start();
    fixture.enable();
    fixture.put("a", "one");
    Request put = fixture.nextPut();

    assertThat(put.getHeader("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    JsonNode body = new ObjectMapper().readTree(put.getBody());
    assertThat(body.get("StreamName").asText()).isEqualTo("changes");
    assertThat(body.get("StreamARN").asText()).isEqualTo(KinesisFixture.STREAM);
    assertThat(body.at("/Records/0/PartitionKey").asText()).matches("[0-9A-F]{32}");

    JsonNode change = KinesisFixture.changes(put).get(0);
    assertThat(change.get("eventID").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    assertThat(change.toString().replaceAll("\"eventID\":\"[^\"]*\"", "\"eventID\":\"?\""))
        .isEqualTo(
            "{\"awsRegion\":\"us-east-1\",\"eventID\":\"?\",\"eventName\":\"INSERT\","
                + "\"userIdentity\":null,\"recordFormat\":\"application/json\","
                + "\"tableName\":\"Orders\",\"dynamodb\":{\"ApproximateCreationDateTime\":"
                + fixture.clock.instant().toEpochMilli()
                + ",\"Keys\":{\"id\":{\"S\":\"a\"}},\"NewImage\":{\"id\":{\"S\":\"a\"},\"v\":"
                + "{\"S\":\"one\"}},\"SizeBytes\":10},\"eventSource\":\"aws:dynamodb\"}");
  }

  @Test
  void theTimeIsAsPreciseAsTheDestinationAsksForAndTheRecordSaysSo() {
    fixture.start();
    fixture.enable();
    fixture.set(KinesisFixture.STREAM, Status.ACTIVE, Precision.MICROSECOND);
    fixture.put("a", "one");

    JsonNode change = KinesisFixture.changes(fixture.nextPut()).get(0);
    assertThat(change.at("/dynamodb/ApproximateCreationDateTime").asLong())
        .isEqualTo(fixture.clock.instant().toEpochMilli() * 1_000);
    assertThat(change.at("/dynamodb/ApproximateCreationDateTimePrecision").asText())
        .isEqualTo("MICROSECOND");
  }

  @Test
  void aDeletionByTimeToLiveCarriesTheServicesIdentity() {
    fixture.start();
    fixture.enable();
    fixture.put("a", "one");
    fixture.nextPut();
    fixture.write("a", null, WriteOrigin.TIME_TO_LIVE);

    JsonNode change = KinesisFixture.changes(fixture.nextPut()).get(0);
    assertThat(change.get("eventName").asText()).isEqualTo("REMOVE");
    assertThat(change.get("userIdentity"))
        .hasToString("{\"principalId\":\"dynamodb.amazonaws.com\",\"type\":\"Service\"}");
    assertThat(change.at("/dynamodb/OldImage/v/S").asText()).isEqualTo("one");
    assertThat(change.get("dynamodb").has("NewImage")).isFalse();
  }

  @Test
  void changesOfAnItemComeInTheOrderOfItsWritesHoweverManyThereAre() {
    fixture.start();
    fixture.enable();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      fixture.put("a", "v" + i);
      written.add("v" + i);
    }

    assertThat(fixture.nextValues(30)).isEqualTo(written);
  }

  @Test
  void whatTheStreamDoesNotTakeIsSentAgainBeforeAnythingElse() {
    fixture.start();
    fixture.answerNext(
        "PutRecords",
        KinesisFixture.failure(500),
        okJson(
            "{\"FailedRecordCount\":1,\"Records\":[{\"SequenceNumber\":\"1\",\"ShardId\":\"s\"},"
                + "{\"ErrorCode\":\"ProvisionedThroughputExceededException\",\"ErrorMessage\":\"-\"}"
                + "]}"));
    fixture.set(KinesisFixture.STREAM, Status.ENABLING, null);
    fixture.put("a", "a1");
    fixture.put("b", "b1");
    fixture.put("a", "a2");

    assertThat(values(fixture.nextPut())).containsExactly("a1", "b1");
    assertThat(values(fixture.nextPut())).containsExactly("a1", "b1");
    assertThat(values(fixture.nextPut())).containsExactly("b1");
    assertThat(values(fixture.nextPut())).containsExactly("a2");
  }

  private static List<String> values(Request put) {
    return KinesisFixture.changes(put).stream()
        .map(change -> change.at("/dynamodb/NewImage/v/S").asText())
        .toList();
  }

  @Test
  void writesGoOnWhileTheStreamIsDownAndTheOldestChangesAreGivenUp() {
    fixture.start(
        URI.create(fixture.kinesis.baseUrl()),
        new DeliveryPolicy(
            2_000, Duration.ofMillis(1), Duration.ofMillis(20), 3, Duration.ofSeconds(5)));
    fixture.enable();
    fixture.answerNext("PutRecords", KinesisFixture.failure(500).withFixedDelay(300));
    fixture.put("first", "first");
    fixture.nextPut();
    for (int i = 0; i < 100; i++) {
      fixture.put("a" + i, "v" + i);
    }

    List<String> sent = new ArrayList<>();
    while (!sent.contains("v99")) {
      sent.addAll(values(fixture.nextPut()));
    }
    assertThat(sent).startsWith("first").doesNotContain("v0").hasSizeLessThan(20);
  }

  @Test
  void aWriteThatChangesNothingIsNotSent() {
    fixture.start();
    fixture.enable();
    fixture.put("a", "one");
    fixture.put("a", "one");
    fixture.put("b", "two");

    assertThat(fixture.nextValues(2)).containsExactly("one", "two");
  }

  @Test
  void aDisabledDestinationGetsWhatWasWrittenBeforeAndNothingElse() {
    fixture.start();
    fixture.enable();
    fixture.put("a", "before");
    fixture.set(KinesisFixture.STREAM, Status.DISABLED, null);
    fixture.put("b", "meanwhile");
    fixture.set(KinesisFixture.STREAM, Status.ACTIVE, null);
    fixture.put("c", "after");

    assertThat(fixture.nextValues(2)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void anEnabledDestinationBecomesActiveOnceTheStreamIsFound() {
    fixture.start();

    assertThat(fixture.enable())
        .isEqualTo(new KinesisDestination(KinesisFixture.STREAM, Status.ACTIVE, null, null));
  }

  @Test
  void aStreamThatThereIsNotFailsTheEnabling() {
    fixture.start();
    fixture.answerNext("DescribeStreamSummary", KinesisFixture.failure(400));

    assertThat(fixture.enable())
        .isEqualTo(
            new KinesisDestination(KinesisFixture.STREAM, Status.ENABLE_FAILED, null, DENIED));
  }

  @Test
  void anEndpointThatIsBusyIsAskedAgain() {
    fixture.start();
    fixture.answerNext(
        "DescribeStreamSummary", KinesisFixture.failure(503), KinesisFixture.failure(500));

    assertThat(fixture.enable().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void anEndpointThatDoesNotAnswerFailsTheEnablingAndIsReported() throws IOException {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0)) {
      freePort = socket.getLocalPort();
    }
    fixture.start(URI.create("http://127.0.0.1:" + freePort));

    assertThat(fixture.enable().status()).isEqualTo(Status.ENABLE_FAILED);
    assertThat(fixture.accidents)
        .singleElement()
        .hasToString(
            "java.net.ConnectException: the Kinesis endpoint http://127.0.0.1:"
                + freePort
                + " did not answer: no destination");
  }

  @Test
  void withoutAnEndpointNoDestinationCanBeEnabled() {
    fixture.start(null);

    assertThat(fixture.enable().description()).isEqualTo(DENIED);
  }

  @Test
  void aStreamOfAnotherRegionFailsTheEnabling() {
    fixture.start();

    assertThat(
            fixture.enable("arn:aws:kinesis:eu-west-1:000000000000:stream/changes").description())
        .isEqualTo(
            "The kinesis Arn used to enable kinesis replication belongs to a stream which is not"
                + " in the current region");
  }
}
