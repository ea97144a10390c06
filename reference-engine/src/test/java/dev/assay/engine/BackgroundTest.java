package dev.assay.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine does beside answering requests, as its clients see it. */
final class BackgroundTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";

  private final ManualClock clock = ManualClock.atNoon();
  private final ManualScheduler scheduler = new ManualScheduler(clock);
  private @Nullable EngineFixture engine;

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
      assertThat(engine.accidents()).isEmpty();
    }
  }

  private EngineFixture start(BackgroundSettings background) {
    EngineFixture started =
        EngineFixture.start(EngineSettings.defaults().withClock(clock).withBackground(background));
    engine = started;
    started.ok(
        "CreateTable",
        "{'TableName':'Orders','BillingMode':'PAY_PER_REQUEST',"
            + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]}");
    return started;
  }

  private EngineFixture startByHand() {
    return start(BackgroundSettings.defaults().withScheduler(scheduler));
  }

  @Test
  void anExpiredItemIsGoneAfterTheNextSweep() {
    EngineFixture running = startByHand();
    running.ok(
        "UpdateTimeToLive",
        "{'TableName':'Orders','TimeToLiveSpecification':"
            + "{'Enabled':true,'AttributeName':'expires'}}");
    long soon = clock.instant().getEpochSecond() + 5;
    running.ok(
        "PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'},'expires':{'N':'" + soon + "'}}}");
    String get = "{'TableName':'Orders','Key':{'id':{'S':'a'}}}";

    clock.advance(Duration.ofSeconds(6));
    assertThat(running.ok("GetItem", get).has("Item")).isTrue();
    scheduler.advance(Duration.ofSeconds(10));
    assertThat(running.ok("GetItem", get).has("Item")).isFalse();
  }

  @Test
  void aClosedEngineSweepsNoMore() {
    EngineFixture running = startByHand();
    running.close();
    engine = null;

    assertThat(scheduler.isIdle()).isTrue();
  }

  @Test
  void countsOfKeysCanBeReadWhereContributorInsightsAreOn() throws Exception {
    EngineFixture running = startByHand();
    assertThat(page(running, "contributor-insights/Orders").statusCode()).isEqualTo(404);
    running.ok(
        "UpdateContributorInsights", "{'TableName':'Orders','ContributorInsightsAction':'ENABLE'}");
    running.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'}}}");
    running.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'b'}}}");
    running.ok("DeleteItem", "{'TableName':'Orders','Key':{'id':{'S':'b'}}}");

    JsonNode report =
        new ObjectMapper().readTree(page(running, "contributor-insights/Orders?max=1").body());
    assertThat(report.get("ContributorInsightsMode").asText())
        .isEqualTo("ACCESSED_AND_THROTTLED_KEYS");
    assertThat(report.at("/Rules/0/RuleName"))
        .isEqualTo(
            running
                .ok("DescribeContributorInsights", "{'TableName':'Orders'}")
                .at("/ContributorInsightsRuleList/0"));
    assertThat(report.at("/Rules/0/AggregateValue").asInt()).isEqualTo(3);
    assertThat(report.at("/Rules/0/Contributors"))
        .hasToString("[{\"Keys\":[\"b\"],\"ApproximateAggregateValue\":2,\"Error\":0}]");
    assertThat(report.at("/Rules/1/Rule").asText()).isEqualTo("PKT");
  }

  @Test
  void readsCountAsUsesOfAKeyToo() throws Exception {
    EngineFixture running = startByHand();
    running.ok(
        "UpdateContributorInsights", "{'TableName':'Orders','ContributorInsightsAction':'ENABLE'}");
    running.ok("GetItem", "{'TableName':'Orders','Key':{'id':{'S':'a'}}}");
    running.ok("BatchGetItem", "{'RequestItems':{'Orders':{'Keys':[{'id':{'S':'a'}}]}}}");
    running.ok(
        "TransactGetItems",
        "{'TransactItems':[{'Get':{'TableName':'Orders','Key':{'id':{'S':'a'}}}}]}");
    running.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'}}}");
    running.ok(
        "Query",
        "{'TableName':'Orders','KeyConditionExpression':'id = :a',"
            + "'ExpressionAttributeValues':{':a':{'S':'a'}}}");
    running.ok("Scan", "{'TableName':'Orders'}");
    running.ok(
        "ExecuteStatement",
        "{'Statement':'SELECT * FROM Orders WHERE id = ?','Parameters':[{'S':'a'}]}");

    JsonNode report =
        new ObjectMapper().readTree(page(running, "contributor-insights/Orders").body());
    assertThat(report.at("/Rules/0/Contributors"))
        .hasToString("[{\"Keys\":[\"a\"],\"ApproximateAggregateValue\":7,\"Error\":0}]");
  }

  private static HttpResponse<String> page(EngineFixture running, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(running.uri().resolve("/_assay/" + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aPathThatIsNoPageIsNotFound() throws Exception {
    EngineFixture running = startByHand();

    assertThat(page(running, "nothing").statusCode()).isEqualTo(404);
    assertThat(page(running, "contributor-insights/absent").statusCode()).isEqualTo(404);
  }

  @Test
  void aTablesChangesAreDeliveredToItsKinesisDestination() {
    WireMockServer kinesis = new WireMockServer(wireMockConfig().dynamicPort());
    kinesis.start();
    try {
      kinesis.stubFor(post("/").willReturn(okJson("{\"FailedRecordCount\":0}")));
      EngineFixture running =
          start(BackgroundSettings.defaults().withKinesisEndpoint(URI.create(kinesis.baseUrl())));
      String destination = "{'TableName':'Orders','StreamArn':'" + STREAM + "'}";
      running.ok("EnableKinesisStreamingDestination", destination);
      assertThat(statusOtherThan(running, "ENABLING")).isEqualTo("ACTIVE");
      running.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'}}}");
      running.ok("DisableKinesisStreamingDestination", destination);
      assertThat(statusOtherThan(running, "DISABLING")).isEqualTo("DISABLED");

      Instant deadline = Instant.now().plus(DEADLINE);
      int puts = 0;
      while (puts == 0 && Instant.now().isBefore(deadline)) {
        puts =
            kinesis
                .findAll(
                    postRequestedFor(urlEqualTo("/"))
                        .withHeader("X-Amz-Target", equalTo("Kinesis_20131202.PutRecords")))
                .size();
      }
      assertThat(puts).isEqualTo(1);
    } finally {
      kinesis.stop();
    }
  }

  @Test
  void withoutAnEndpointADestinationFails() {
    EngineFixture running = start(BackgroundSettings.defaults());
    running.ok(
        "EnableKinesisStreamingDestination", "{'TableName':'Orders','StreamArn':'" + STREAM + "'}");

    assertThat(statusOtherThan(running, "ENABLING")).isEqualTo("ENABLE_FAILED");
    assertThat(
            running
                .ok("DescribeKinesisStreamingDestination", "{'TableName':'Orders'}")
                .at("/KinesisDataStreamDestinations/0")
                .toString())
        .isEqualTo(
            "{\"StreamArn\":\""
                + STREAM
                + "\",\"DestinationStatus\":\"ENABLE_FAILED\",\"DestinationStatusDescription\":"
                + "\"User does not have a permission to use kinesis stream\"}");
  }

  /** The destination's status as soon as it is no longer this one. */
  private static String statusOtherThan(EngineFixture running, String passing) {
    Instant deadline = Instant.now().plus(DEADLINE);
    String status = passing;
    while (status.equals(passing) && Instant.now().isBefore(deadline)) {
      status =
          running
              .ok("DescribeKinesisStreamingDestination", "{'TableName':'Orders'}")
              .at("/KinesisDataStreamDestinations/0/DestinationStatus")
              .asText();
    }
    return status;
  }
}
