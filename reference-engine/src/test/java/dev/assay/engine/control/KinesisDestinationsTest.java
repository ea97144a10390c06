package dev.assay.engine.control;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A table's Kinesis destinations over the API; WireMock stands in for Kinesis. */
class KinesisDestinationsTest {
  private static final String NAME = "{'TableName':'songs'}";
  private static final String BODY =
      "{'TableName':'songs','StreamArn':'arn:aws:kinesis:us-east-1:000000000000:stream/changes'}";
  private static final String WITH_PRECISION =
      BODY.replace("}", ",'%s':{'ApproximateCreationDateTimePrecision':'%s'}}");
  private static final String NOT_VALID =
      "ValidationException: Table is not in a valid state to enable Kinesis Streaming Destination:"
          + " ";

  private final WireMockServer kinesis = new WireMockServer(wireMockConfig().dynamicPort());

  @AfterEach
  void stop() {
    kinesis.stop();
  }

  private EngineFixture withKinesis() {
    kinesis.start();
    kinesis.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    return withTable(
        EngineSettings.defaults()
            .withBackground(
                BackgroundSettings.defaults().withKinesisEndpoint(URI.create(kinesis.baseUrl()))));
  }

  private static EngineFixture withTable(EngineSettings settings) {
    EngineFixture engine = EngineFixture.start(settings);
    engine.ok("CreateTable", TableBody.onDemand().toString());
    return engine;
  }

  private static JsonNode destination(EngineFixture engine) {
    return engine
        .ok("DescribeKinesisStreamingDestination", NAME)
        .at("/KinesisDataStreamDestinations/0");
  }

  private static String statusAfterEnabling(EngineFixture engine) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String status = "ENABLING";
    while (status.equals("ENABLING") && System.nanoTime() < deadline) {
      status = destination(engine).at("/DestinationStatus").asText();
    }
    return status;
  }

  @Test
  void aDestinationIsEnabledChangedAndDisabled() {
    try (EngineFixture engine = withKinesis()) {
      assertThat(engine.ok("EnableKinesisStreamingDestination", BODY).at("/DestinationStatus"))
          .hasToString("\"ENABLING\"");
      assertThat(statusAfterEnabling(engine)).isEqualTo("ACTIVE");
      assertThat(destination(engine).has("ApproximateCreationDateTimePrecision")).isFalse();
      assertThat(engine.call("EnableKinesisStreamingDestination", BODY).error())
          .startsWith(NOT_VALID);
      engine.ok(
          "UpdateKinesisStreamingDestination",
          WITH_PRECISION.formatted("UpdateKinesisStreamingConfiguration", "MICROSECOND"));
      assertThat(destination(engine).at("/ApproximateCreationDateTimePrecision").asText())
          .isEqualTo("MICROSECOND");
      assertThat(engine.ok("DisableKinesisStreamingDestination", BODY).at("/DestinationStatus"))
          .hasToString("\"DISABLING\"");
      assertThat(destination(engine).at("/DestinationStatus").asText()).isEqualTo("DISABLED");
      assertThat(engine.call("DisableKinesisStreamingDestination", BODY).error())
          .isEqualTo(
              NOT_VALID
                  + "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }
  }

  @Test
  void aDestinationThatCannotBeReachedFailsAndCanBeEnabledAgain() {
    try (EngineFixture engine = withTable(EngineSettings.defaults())) {
      engine.ok("EnableKinesisStreamingDestination", BODY);
      assertThat(statusAfterEnabling(engine)).isEqualTo("ENABLE_FAILED");
      assertThat(destination(engine).at("/DestinationStatusDescription").asText()).isNotEmpty();
      engine.ok("EnableKinesisStreamingDestination", BODY);
    }
  }

  @Test
  void aStreamIsNamedByAnArn() {
    try (EngineFixture engine = withTable(EngineSettings.defaults())) {
      assertThat(engine.call("EnableKinesisStreamingDestination", NAME).error())
          .isEqualTo(
              "ValidationException: 1 validation error detected: Value null at 'streamArn' failed"
                  + " to satisfy constraint: Member must not be null");
    }
  }
}
