package dev.assay.engine.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.ManualClock;
import dev.assay.engine.TestTables;
import dev.assay.engine.api.Dispatcher;
import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Safety;
import dev.assay.engine.http.EngineServer;
import dev.assay.engine.http.FrontEnd;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.stream.api.StreamOperations;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of DynamoDB Streams behind a real server, over a table that a test writes to
 * directly. The clock stands until it is moved. JSON may be written with single quotes.
 */
final class StreamsFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  final ManualClock clock = ManualClock.atNoon();
  final Streams streams;
  final Table table = TestTables.stringKeyed("Orders", "id");
  private final Catalog catalog;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Throwable> accidents = new ArrayList<>();
  private final EngineServer server;

  StreamsFixture() {
    this(StreamPolicy.defaults());
  }

  StreamsFixture(StreamPolicy policy) {
    streams = new Streams(clock, policy);
    catalog = new Catalog(List.of(streams));
    catalog.add(table);
    Region region = TestTables.region(clock, catalog, streams);
    Dispatcher dispatcher =
        new Dispatcher(
            Map.of(StreamOperations.TARGET_PREFIX, StreamOperations.all()), accidents::add);
    FrontEnd frontEnd =
        new FrontEnd(
            dispatcher, name -> region, () -> "REQUEST", null, null, List.of(), Safety.AT_ONCE);
    try {
      server =
          EngineServer.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), frontEnd, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream enable(StreamViewType viewType) {
    return enable(table, viewType);
  }

  Stream enable(Table any, StreamViewType viewType) {
    String label = LABEL.format(clock.instant());
    TableDefinition before = any.definition();
    StreamSettings settings = new StreamSettings(true, viewType, label);
    any.redefine(before.withSettings(before.settings().change().stream(settings).settings()));
    return streams.find(any.definition().arn() + "/stream/" + label).orElseThrow();
  }

  void disable() {
    TableDefinition before = table.definition();
    StreamSettings settings = before.settings().stream().disabled();
    table.redefine(before.withSettings(before.settings().change().stream(settings).settings()));
  }

  /** Makes another table that has a stream. */
  void addStreamed(String tableName) {
    Table other = TestTables.stringKeyed(tableName, "id");
    catalog.add(other);
    enable(other, StreamViewType.KEYS_ONLY);
  }

  void deleteTable() {
    catalog.remove(table);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
  }

  /** Puts an item whose only attribute beside the key is {@code v}. */
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

  void delete(String id) {
    write(id, null, WriteOrigin.CLIENT);
  }

  /** Calls an operation that must succeed. */
  JsonNode ok(String operation, String json) {
    JsonNode body = call(operation, json);
    if (body.has("__type")) {
      throw new AssertionError(operation + " was refused: " + body + " " + accidents);
    }
    return body;
  }

  /** Calls an operation that must be refused and gives {@code Type: message}. */
  String refused(String operation, String json) {
    JsonNode body = call(operation, json);
    String type = body.path("__type").asText();
    return type.substring(type.indexOf('#') + 1) + ": " + body.path("message").asText();
  }

  private JsonNode call(String operation, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(uri())
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDBStreams_20120810." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
            .build();
    try {
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode describe(Stream stream) {
    return ok("DescribeStream", "{'StreamArn':'" + stream.name().arn() + "'}")
        .get("StreamDescription");
  }

  /** The ids of all shards, in the order in which they are described. */
  List<String> shardIds(Stream stream) {
    List<String> ids = new ArrayList<>();
    describe(stream).get("Shards").forEach(shard -> ids.add(shard.get("ShardId").asText()));
    return ids;
  }

  /**
   * @param rest more members of the request, each with a leading comma
   */
  String iterator(Stream stream, String shardId, String type, String rest) {
    return ok("GetShardIterator", iteratorRequest(stream, shardId, type, rest))
        .get("ShardIterator")
        .asText();
  }

  static String iteratorRequest(Stream stream, String shardId, String type, String rest) {
    return "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'%s'%s}"
        .formatted(stream.name().arn(), shardId, type, rest);
  }

  /** The records that are in the shard now. */
  List<JsonNode> records(Stream stream, String shardId) {
    return records(iterator(stream, shardId, "TRIM_HORIZON", ""));
  }

  List<JsonNode> records(String iterator) {
    List<JsonNode> records = new ArrayList<>();
    read(iterator).get("Records").forEach(records::add);
    return records;
  }

  JsonNode read(String iterator) {
    return ok("GetRecords", "{'ShardIterator':'" + iterator + "'}");
  }

  /** What the records show as new values of {@code v}. */
  static List<String> values(List<JsonNode> records) {
    return records.stream().map(record -> record.at("/dynamodb/NewImage/v/S").asText()).toList();
  }

  void advance(Duration by) {
    clock.advance(by);
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
