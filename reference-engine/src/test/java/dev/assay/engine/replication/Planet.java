package dev.assay.engine.replication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.api.Answer;
import dev.assay.engine.lever.Lever;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An engine with several regions whose clock and scheduler a test moves. Requests may be written
 * with single quotes in place of double ones.
 */
final class Planet implements AutoCloseable {
  static final String VIRGINIA = "us-east-1";
  static final String OHIO = "us-east-2";
  static final String OREGON = "us-west-2";
  static final List<String> ALL = List.of(VIRGINIA, OHIO, OREGON);
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = ManualClock.atNoon();
  final ManualScheduler scheduler = new ManualScheduler(clock);
  final List<Throwable> accidents = new CopyOnWriteArrayList<>();
  final EngineCore core;

  Planet() {
    this(settings -> settings);
  }

  Planet(UnaryOperator<EngineSettings> change) {
    core =
        new EngineCore(
            change.apply(
                EngineSettings.defaults()
                    .withClock(clock)
                    .withAccidents(accidents::add)
                    .withBackground(BackgroundSettings.defaults().withScheduler(scheduler))));
  }

  /** What came back. */
  record Reply(int status, JsonNode body) {
    String error() {
      String type = body.path("__type").asText();
      return type.substring(type.indexOf('#') + 1) + ": " + body.path("message").asText();
    }
  }

  Reply call(String region, String operation, String json) {
    String target =
        (operation.contains("Stream")
                    || operation.contains("Shard")
                    || operation.equals("GetRecords")
                ? "DynamoDBStreams_20120810."
                : "DynamoDB_20120810.")
            + operation;
    Answer answer =
        core.answer(region, target, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    try {
      return new Reply(answer.status(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode ok(String region, String operation, String json) {
    Reply reply = call(region, operation, json);
    if (reply.status() != 200) {
      throw new AssertionError(operation + " was refused: " + reply.error() + " " + accidents);
    }
    return reply.body();
  }

  /** A table with one string key, {@code id}. */
  void table(String region, String name) {
    ok(
        region,
        "CreateTable",
        "{'TableName':'"
            + name
            + "','AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
            + "'BillingMode':'PAY_PER_REQUEST'}");
  }

  void replica(String region, String name, String newRegion) {
    ok(
        region,
        "UpdateTable",
        "{'TableName':'"
            + name
            + "','ReplicaUpdates':[{'Create':{'RegionName':'"
            + newRegion
            + "'}}]}");
  }

  /** A global table of all three regions. */
  void everywhere(String name) {
    table(VIRGINIA, name);
    replica(VIRGINIA, name, OHIO);
    replica(VIRGINIA, name, OREGON);
  }

  /** A strongly consistent global table of all three regions. */
  void strong(String name) {
    table(VIRGINIA, name);
    ok(
        VIRGINIA,
        "UpdateTable",
        "{'TableName':'"
            + name
            + "','MultiRegionConsistency':'STRONG','ReplicaUpdates':[{'Create':{'RegionName':'us-east-2'}},"
            + "{'Create':{'RegionName':'us-west-2'}}]}");
  }

  Reply put(String region, String table, String id, String value) {
    return call(
        region,
        "PutItem",
        "{'TableName':'" + table + "','Item':{'id':{'S':'" + id + "'},'v':{'S':'" + value + "'}}}");
  }

  Reply delete(String region, String table, String id) {
    return call(
        region, "DeleteItem", "{'TableName':'" + table + "','Key':{'id':{'S':'" + id + "'}}}");
  }

  /** The value of an item; empty if there is none. */
  String get(String region, String table, String id) {
    return ok(region, "GetItem", "{'TableName':'" + table + "','Key':{'id':{'S':'" + id + "'}}}")
        .at("/Item/v/S")
        .asText();
  }

  Reply strongGet(String region, String table, String id) {
    return call(
        region,
        "GetItem",
        "{'TableName':'" + table + "','ConsistentRead':true,'Key':{'id':{'S':'" + id + "'}}}");
  }

  /** All items of a region's table, by id. */
  Map<String, String> all(String region, String table) {
    Map<String, String> items = new TreeMap<>();
    ok(region, "Scan", "{'TableName':'" + table + "'}")
        .path("Items")
        .forEach(item -> items.put(item.at("/id/S").asText(), item.toString()));
    return items;
  }

  JsonNode describe(String region, String table) {
    return ok(region, "DescribeTable", "{'TableName':'" + table + "'}").path("Table");
  }

  Lever lever(String name) {
    return core.levers().levers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Pulls a lever with arguments in JSON. */
  void pull(String lever, String arguments) {
    try {
      @SuppressWarnings("unchecked")
      Map<String, Object> read = JSON.readValue(arguments.replace('\'', '"'), Map.class);
      lever(lever).pull(read);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  void heal() {
    core.levers().levers().forEach(Lever::heal);
  }

  @Override
  public void close() {
    core.close();
  }
}
