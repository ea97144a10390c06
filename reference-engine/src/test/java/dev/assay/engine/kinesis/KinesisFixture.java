package dev.assay.engine.kinesis;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.assay.engine.ManualClock;
import dev.assay.engine.TestTables;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.schedule.DaemonScheduler;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Precision;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table whose changes go to a data stream, for which WireMock stands in. */
final class KinesisFixture implements AutoCloseable {
  static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DEADLINE_SECONDS = 20;
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(
          1 << 20, Duration.ofMillis(1), Duration.ofMillis(20), 3, Duration.ofSeconds(5));

  final ManualClock clock = ManualClock.atNoon();
  final Table table = TestTables.stringKeyed("Orders", "id");
  final List<Throwable> accidents = new ArrayList<>();
  final WireMockServer kinesis = new WireMockServer(wireMockConfig().dynamicPort());
  private final BlockingQueue<Request> puts = new LinkedBlockingQueue<>();
  private final BlockingQueue<KinesisDestination> settled = new LinkedBlockingQueue<>();
  private int stubs;

  KinesisFixture() {
    kinesis.start();
    kinesis.addMockServiceRequestListener(
        (request, response) -> {
          if ("Kinesis_20131202.PutRecords".equals(request.getHeader("X-Amz-Target"))) {
            // A copy: the server reuses the request itself once it is answered.
            puts.add(LoggedRequest.createFrom(request));
          }
        });
    stub("DescribeStreamSummary", Scenario.STARTED, Scenario.STARTED, okJson("{}"));
    stub("PutRecords", Scenario.STARTED, Scenario.STARTED, okJson("{\"FailedRecordCount\":0}"));
  }

  /** Starts to deliver to the stand-in. */
  void start() {
    start(URI.create(kinesis.baseUrl()), POLICY);
  }

  void start(@Nullable URI endpoint) {
    start(endpoint, POLICY);
  }

  void start(@Nullable URI endpoint, DeliveryPolicy policy) {
    KinesisDelivery delivery =
        new KinesisDelivery(
            "us-east-1",
            endpoint,
            policy,
            new DaemonScheduler(),
            clock,
            this::redefine,
            accidents::add);
    delivery.open(Storage.inMemory());
    new Catalog(List.of(delivery)).add(table);
  }

  private void redefine(Table any, UnaryOperator<TableDefinition> change) {
    any.redefine(change.apply(any.definition()));
    settled.addAll(any.definition().attachments().kinesis());
  }

  /** Answers the next requests of an operation in turn with these, and later ones as before. */
  void answerNext(String operation, ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      String from = i == 0 ? Scenario.STARTED : "after " + i;
      stub(operation, from, "after " + (i + 1), answers[i]);
    }
    stub(
        operation,
        "after " + answers.length,
        "after " + answers.length,
        okJson("{\"FailedRecordCount\":0}"));
  }

  private void stub(String operation, String from, String to, ResponseDefinitionBuilder answer) {
    kinesis.stubFor(
        post("/")
            .atPriority(1000 - stubs++)
            .inScenario(operation)
            .whenScenarioStateIs(from)
            .withHeader("X-Amz-Target", equalTo("Kinesis_20131202." + operation))
            .willReturn(answer)
            .willSetStateTo(to));
  }

  static ResponseDefinitionBuilder failure(int status) {
    return aResponse().withStatus(status).withBody("{\"__type\":\"ResourceNotFoundException\"}");
  }

  void set(String streamArn, Status status, @Nullable Precision precision) {
    KinesisDestination entry = new KinesisDestination(streamArn, status, precision, null);
    TableDefinition before = table.definition();
    table.redefine(before.withAttachments(before.attachments().withKinesis(List.of(entry))));
  }

  /** Enables the destination and waits until that has ended, well or not. */
  KinesisDestination enable() {
    return enable(STREAM);
  }

  KinesisDestination enable(String streamArn) {
    set(streamArn, Status.ENABLING, null);
    return within(settled);
  }

  void put(String id, String value) {
    write(id, TestTables.item("id", id, "v", value), WriteOrigin.CLIENT);
  }

  void write(String id, @Nullable AttributeMap item, WriteOrigin origin) {
    EntryKey key = EntryKey.of(table.definition().key(), TestTables.item("id", id));
    table.lock().lock();
    try {
      table.append(key, table.find(key), item, new WriteMeta(clock.instant(), origin, null));
    } finally {
      table.lock().unlock();
    }
  }

  /** The next request to put records. */
  Request nextPut() {
    return within(puts);
  }

  /** What the records of a request show, in their order. */
  static List<JsonNode> changes(Request put) {
    List<JsonNode> changes = new ArrayList<>();
    try {
      for (JsonNode record : JSON.readTree(put.getBody()).get("Records")) {
        changes.add(JSON.readTree(Base64.getDecoder().decode(record.get("Data").asText())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changes;
  }

  /** The new values of {@code v} in the next so many changes that are sent. */
  List<String> nextValues(int count) {
    List<String> values = new ArrayList<>();
    while (values.size() < count) {
      changes(nextPut())
          .forEach(change -> values.add(change.at("/dynamodb/NewImage/v/S").asText()));
    }
    return values;
  }

  private static <T> T within(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + DEADLINE_SECONDS + " s");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kinesis.stop();
  }
}
