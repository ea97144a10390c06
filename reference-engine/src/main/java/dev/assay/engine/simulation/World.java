package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The table, and what is known of it. Every method throws {@link Violation} if that is broken. */
abstract class World {
  static final String CREATE =
      "{'TableName':'"
          + Simulation.TABLE
          + "','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
          + "{'AttributeName':'g','AttributeType':'N'}],"
          + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
          + "'BillingMode':'PAY_PER_REQUEST',"
          + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'},"
          + "'GlobalSecondaryIndexes':[{'IndexName':'by-group','KeySchema':["
          + "{'AttributeName':'g','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}";

  private static final int EVENTUAL_SCANS = 8;

  private final Store store;
  private final Weather weather;
  private final Map<String, Consumer> consumers = new TreeMap<>();
  private final Map<Long, Integer> groups = new HashMap<>();

  World(Store store, Weather weather) {
    this.store = store;
    this.weather = weather;
  }

  Instant now() {
    return weather.now();
  }

  Weather weather() {
    return weather;
  }

  Store store() {
    return store;
  }

  /** Makes the table and its replicas. */
  abstract void begin();

  abstract String put(Step.Put put);

  abstract String putIf(Step.PutIf put);

  abstract String delete(Step.Delete delete);

  abstract String transact(Step.Transact transact);

  abstract String read(Step.Read read);

  abstract String query(Step.QueryIndex query);

  abstract void markRestore();

  /** A put whose client never hears of it. */
  abstract void putUnanswered(Step.Put put);

  /** Looks at what is there after the engine has been started again. */
  abstract void restarted();

  /** A consumer of a region's stream reads on. */
  String consume(Step.Consume consume) {
    try {
      return consumerIn(consume.region()).readSome() + " records";
    } catch (Unanswered notNow) {
      return "no answer";
    }
  }

  private Consumer consumerIn(String region) {
    return consumers.computeIfAbsent(region, name -> new Consumer(store, name));
  }

  /** The stream of a region, which whoever read it all the time has read alike. */
  StreamLog streamOf(String region) {
    StreamLog stream = StreamLog.read(store, region);
    Consumer consumer = consumerIn(region);
    consumer.readAll();
    consumer.requireSame(stream);
    return stream;
  }

  /** Has items expire by the attribute t. */
  void enableExpiry(String region) {
    store.must(
        region,
        "UpdateTimeToLive",
        "{'TableName':'"
            + Simulation.TABLE
            + "','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}");
  }

  /** All replicas of a region show the same by now, and so does the index. */
  void requireConverged(String region, Map<Integer, Long> all) {
    requireSame("the table in " + region, scan(region, Simulation.TABLE, true), all);
    for (int i = 0; i < EVENTUAL_SCANS; i++) {
      requireSame("a replica in " + region, scan(region, Simulation.TABLE, false), all);
    }
    requireSame("the index in " + region, index(region), all);
  }

  static void requireSame(String what, Map<Integer, Long> shown, Map<Integer, Long> expected) {
    if (!shown.equals(expected)) {
      throw new Violation(what + " shows " + shown + ", expected " + expected);
    }
  }

  /** In which group of the index a value stands. */
  int groupOf(long value) {
    return groups.getOrDefault(value, 0);
  }

  /** Looks at everything, when all is healed and has settled. */
  abstract void finish(Runnable settle);

  private static String item(int key, long value, int group, long expiry, int padKb) {
    return "{'pk':{'S':'k"
        + key
        + "'},'v':{'N':'"
        + value
        + "'},'g':{'N':'"
        + group
        + (padKb == 0 ? "" : "'},'p':{'S':'" + "p".repeat(padKb << 10))
        + (expiry == 0 ? "'}}" : "'},'t':{'N':'" + expiry + "'}}");
  }

  /** When the item of a put expires, in seconds since 1970; 0 for never. */
  long expiryOf(Step.Put put) {
    return put.expiresInS() == 0 ? 0 : now().getEpochSecond() + put.expiresInS();
  }

  static String keyOf(int key) {
    return "{'pk':{'S':'k" + key + "'}}";
  }

  Store.Reply sendPut(Step.Put put) {
    return send(
        put.region(),
        put.value(),
        put.group(),
        item(put.key(), put.value(), put.group(), expiryOf(put), put.padKb()));
  }

  Store.Reply sendPutIf(Step.PutIf put) {
    return send(
        put.region(),
        put.value(),
        put.group(),
        item(put.key(), put.value(), put.group(), 0, 0)
            + ",'ConditionExpression':'attribute_"
            + (put.exists() ? "" : "not_")
            + "exists(pk)'");
  }

  private Store.Reply send(String region, long value, int group, String item) {
    groups.put(value, group);
    return store.call(
        region, "PutItem", "{'TableName':'" + Simulation.TABLE + "','Item':" + item + "}");
  }

  Store.Reply sendDelete(String region, int key) {
    return store.call(
        region, "DeleteItem", "{'TableName':'" + Simulation.TABLE + "','Key':" + keyOf(key) + "}");
  }

  Store.Reply sendTransact(Step.Transact transact) {
    return store.call(
        transact.region(),
        "TransactWriteItems",
        "{'TransactItems':["
            + transactPut(transact.key(), transact.value())
            + ","
            + transactPut(transact.otherKey(), transact.otherValue())
            + "]}");
  }

  private static String transactPut(int key, long value) {
    return "{'Put':{'TableName':'"
        + Simulation.TABLE
        + "','Item':"
        + item(key, value, 0, 0, 0)
        + "}}";
  }

  Store.Reply sendGet(String region, int key, boolean strong) {
    return store.call(
        region,
        "GetItem",
        "{'TableName':'"
            + Simulation.TABLE
            + "','Key':"
            + keyOf(key)
            + ",'ConsistentRead':"
            + strong
            + "}");
  }

  Store.Reply sendQuery(String region, int group) {
    return store.call(
        region,
        "Query",
        "{'TableName':'"
            + Simulation.TABLE
            + "','IndexName':'by-group','KeyConditionExpression':'g = :g',"
            + "'ExpressionAttributeValues':{':g':{'N':'"
            + group
            + "'}}}");
  }

  /** The value of an item, or {@link KeyModel#ABSENT}. */
  static long valueOf(JsonNode item) {
    return item.isMissingNode() || item.isNull()
        ? KeyModel.ABSENT
        : item.path("v").path("N").asLong();
  }

  static int keyOf(JsonNode item) {
    return Integer.parseInt(item.path("pk").path("S").asText().substring(1));
  }

  /** All items of a table: value by key. */
  Map<Integer, Long> scan(String region, String table, boolean strong) {
    JsonNode page =
        store.must(region, "Scan", "{'TableName':'" + table + "','ConsistentRead':" + strong + "}");
    Map<Integer, Long> values = new TreeMap<>();
    page.path("Items").forEach(item -> values.put(keyOf(item), valueOf(item)));
    return values;
  }

  /** What the index shows of all groups: value by key. */
  Map<Integer, Long> index(String region) {
    Map<Integer, Long> values = new TreeMap<>();
    for (int group = 0; group < Programs.GROUPS; group++) {
      Store.Reply reply = sendQuery(region, group);
      if (!reply.ok()) {
        throw new Violation("after healing a query was refused: " + reply.body());
      }
      for (JsonNode item : reply.body().path("Items")) {
        requireInGroup(item, group);
        if (values.put(keyOf(item), valueOf(item)) != null) {
          throw new Violation("the index has k" + keyOf(item) + " in two groups");
        }
      }
    }
    return values;
  }

  void requireInGroup(JsonNode item, int group) {
    if (groupOf(valueOf(item)) != group) {
      throw new Violation("the index shows " + item + " in the group " + group);
    }
  }
}
