package dev.assay.engine.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.api.Answer;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An engine without a server, under a clock that stands, with one table {@code tab}. */
final class ZonesFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = ManualClock.atNoon();
  final EngineCore core;
  final List<Throwable> accidents = new ArrayList<>();

  ZonesFixture(ReplicationSettings settings) {
    this(EngineSettings.defaults().withReplication(settings));
  }

  ZonesFixture(EngineSettings settings) {
    core =
        new EngineCore(
            settings
                .withClock(clock)
                .withAccidents(accidents::add)
                .withBackground(
                    BackgroundSettings.defaults().withScheduler(new ManualScheduler(clock))));
    ok(
        "CreateTable",
        """
        {'TableName': 'tab', 'BillingMode': 'PAY_PER_REQUEST',
         'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}, {'AttributeName': 'g', 'AttributeType': 'S'}],
         'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],
         'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_IMAGE'},
         'GlobalSecondaryIndexes': [{'IndexName': 'by-g', 'Projection': {'ProjectionType': 'ALL'},
           'KeySchema': [{'AttributeName': 'g', 'KeyType': 'HASH'}]}]}
        """);
  }

  record Reply(int status, JsonNode body) {}

  Reply call(String operation, String json) {
    Answer answer =
        core.answer(
            null,
            "DynamoDB_20120810." + operation,
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    try {
      return new Reply(answer.status(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode ok(String operation, String json) {
    Reply reply = call(operation, json);
    if (reply.status() != 200) {
      throw new AssertionError(operation + ": " + reply + " " + accidents);
    }
    return reply.body();
  }

  int put(String key, String value) {
    return call(
            "PutItem",
            "{'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'v': {'S': '%s'}, 'g': {'S': '%s'}}}"
                .formatted(key, value, value))
        .status();
  }

  int delete(String key) {
    return call("DeleteItem", "{'TableName': 'tab', 'Key': {'pk': {'S': '%s'}}}".formatted(key))
        .status();
  }

  /** The value that is read, {@code none}, or the status of a refusal. */
  String get(String key, boolean consistent) {
    Reply reply =
        call(
            "GetItem",
            "{'TableName': 'tab', 'Key': {'pk': {'S': '%s'}}, 'ConsistentRead': %s}"
                .formatted(key, consistent));
    return reply.status() != 200
        ? Integer.toString(reply.status())
        : reply.body().path("Item").path("v").path("S").asText("none");
  }

  String strong(String key) {
    return get(key, true);
  }

  String eventual(String key) {
    return get(key, false);
  }

  /** Keys and values as a scan sees them, in alphabetical order. */
  List<String> scan(boolean consistent) {
    return items(ok("Scan", "{'TableName': 'tab', 'ConsistentRead': %s}".formatted(consistent)));
  }

  List<String> scanIndex() {
    return items(ok("Scan", "{'TableName': 'tab', 'IndexName': 'by-g'}"));
  }

  List<String> queryIndex(String value) {
    return items(
        ok(
            "Query",
            """
            {'TableName': 'tab', 'IndexName': 'by-g', 'KeyConditionExpression': 'g = :g', 'ExpressionAttributeValues': {':g': {'S': '%s'}}}
            """
                .formatted(value)));
  }

  private static List<String> items(JsonNode body) {
    TreeSet<String> items = new TreeSet<>();
    body.path("Items")
        .forEach(item -> items.add(item.at("/pk/S").asText() + "=" + item.at("/v/S").asText()));
    return List.copyOf(items);
  }

  Table table() {
    return core.region(null).catalog().find("tab").orElseThrow();
  }

  ZoneControls zones() {
    return core.zones(null).controls();
  }

  /** The zone that leads the partition of a key. */
  Zone leader(String key) {
    return partition(key).leader();
  }

  PartitionState partition(String key) {
    Integer id = zones().partitionOf(table(), key(key));
    return zones().partitions(table()).stream()
        .filter(each -> id != null && each.id() == id)
        .findFirst()
        .orElseThrow();
  }

  /** A key of another partition than this one's. */
  String elsewhere(String key) {
    for (int i = 0; ; i++) {
      String other = key + "-" + i;
      if (partition(other).id() != partition(key).id()) {
        return other;
      }
    }
  }

  private EntryKey key(String key) {
    KeySchema schema = table().definition().key();
    KeyAttribute attribute = schema.partition().get(0);
    return EntryKey.of(
        schema, AttributeMap.builder().put(attribute.name(), new AttributeValue.S(key)).build());
  }

  Zone other(Zone zone) {
    return Zone.named(Zone.NAMES.get((zone.place() + 1) % Zone.COUNT));
  }

  Zone third(Zone zone) {
    return other(other(zone));
  }

  void wait(Duration by) {
    clock.advance(by);
  }

  void pull(String lever, Map<String, Object> arguments) {
    var unused = core.levers().pull(lever, arguments);
  }

  @Override
  public void close() {
    core.close();
  }
}
