package dev.assay.engine.kinesis;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.disk.DataSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Kinesis records of an engine that starts again")
class KinesisRestartTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DEADLINE_SECONDS = 20;

  @TempDir Path base;
  private final WireMockServer kinesis = new WireMockServer(wireMockConfig().dynamicPort());

  /** Values in the order in which the data stream took them. */
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

  private Path folder;
  private EngineFixture engine;
  private int copies;

  @BeforeEach
  void begin() {
    kinesis.start();
    kinesis.addMockServiceRequestListener(
        (request, response) -> {
          if ("Kinesis_20131202.PutRecords".equals(request.getHeader("X-Amz-Target"))
              && response.getStatus() == 200) {
            take(request.getBody());
          }
        });
    stub("DescribeStreamSummary", okJson("{}"));
    stub("PutRecords", okJson("{\"FailedRecordCount\":0}"));
    folder = base.resolve("data");
    engine = start();
    engine.ok(
        "CreateTable",
        "{'TableName':'tab','AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'k','KeyType':'HASH'}],"
            + "'BillingMode':'PAY_PER_REQUEST'}");
    put("not told of");
    engine.ok("EnableKinesisStreamingDestination", destination());
  }

  @AfterEach
  void end() {
    engine.close();
    kinesis.stop();
    assertThat(engine.accidents()).isEmpty();
  }

  private static String destination() {
    return "{'TableName':'tab','StreamArn':'" + KinesisFixture.STREAM + "'}";
  }

  private EngineFixture start() {
    return EngineFixture.start(
        EngineSettings.defaults()
            .withData(DataSettings.in(folder).withSegmentBytes(1 << 20))
            .withBackground(
                BackgroundSettings.defaults().withKinesisEndpoint(URI.create(kinesis.baseUrl()))));
  }

  private void stub(String operation, ResponseDefinitionBuilder answer) {
    kinesis.stubFor(
        post("/")
            .withHeader("X-Amz-Target", equalTo("Kinesis_20131202." + operation))
            .willReturn(answer));
  }

  private void take(byte[] body) {
    try {
      for (JsonNode record : JSON.readTree(body).get("Records")) {
        JsonNode change = JSON.readTree(Base64.getDecoder().decode(record.get("Data").asText()));
        taken.add(change.at("/dynamodb/NewImage/v/S").asText("deleted"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String value) {
    engine.ok("PutItem", "{'TableName':'tab','Item':{'k':{'S':'k'},'v':{'S':'" + value + "'}}}");
  }

  /** All that is taken until a value is. */
  private List<String> takenUpTo(String last) {
    List<String> values = new ArrayList<>();
    try {
      while (values.isEmpty() || !values.getLast().equals(last)) {
        String next = taken.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("after " + values).isNotNull();
        values.add(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return values;
  }

  private void kill() {
    Path copy = base.resolve("copy-" + ++copies);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(path, copy.resolve(folder.relativize(path).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.close();
    folder = copy;
  }

  @Test
  @DisplayName("are delivered from the log if they had not been, before what comes then")
  void areDeliveredFromTheLog() {
    put("first");
    assertThat(takenUpTo("first")).containsExactly("first");
    stub("PutRecords", KinesisFixture.failure(500));
    put("second");
    put("third");
    engine.ok("DeleteItem", "{'TableName':'tab','Key':{'k':{'S':'k'}}}");
    kill();
    // Still nobody takes them: a start that ends again, and leaves a snapshot, loses none.
    engine = start();
    put("fourth");
    engine.close();
    stub("PutRecords", okJson("{\"FailedRecordCount\":0}"));
    engine = start();
    put("fifth");

    // What was in doubt may be told again, "first" too, but never before what came ahead of it.
    List<String> told = takenUpTo("fifth").stream().filter(each -> !each.equals("first")).toList();
    assertThat(told.stream().distinct())
        .containsExactly("second", "third", "deleted", "fourth", "fifth");
  }

  @Test
  @DisplayName("are those of the destination's time, and none after it was disabled")
  void areThoseOfTheDestinationsTime() {
    put("told before");
    assertThat(takenUpTo("told before")).containsExactly("told before");
    stub("PutRecords", KinesisFixture.failure(500));
    put("never told");
    engine.ok("DisableKinesisStreamingDestination", destination());
    kill();
    stub("PutRecords", okJson("{\"FailedRecordCount\":0}"));
    engine = start();
    put("not told either");
    engine.ok("EnableKinesisStreamingDestination", destination());
    put("told");

    assertThat(takenUpTo("told")).containsExactly("told");
  }
}
