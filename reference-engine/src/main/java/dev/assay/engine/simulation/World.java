package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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

  private final Store store;

  World(Store store) {
    this.store = store;
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

  abstract void markRestore(Instant second);

  /** Looks at everything, when all is healed and has settled. */
  abstract void finish(Runnable settle);

  static String item(int key, long value, int group) {
    return "{'pk':{'S':'k" + key + "'},'v':{'N':'" + value + "'},'g':{'N':'" + group + "'}}";
  }

  static String keyOf(int key) {
    return "{'pk':{'S':'k" + key + "'}}";
  }

  Store.Reply sendPut(String region, int key, long value, int group, String condition) {
    return store.call(
        region,
        "PutItem",
        "{'TableName':'"
            + Simulation.TABLE
            + "','Item':"
            + item(key, value, group)
            + condition
            + "}");
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
    return "{'Put':{'TableName':'" + Simulation.TABLE + "','Item':" + item(key, value, 0) + "}}";
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

  /** All items of a table by strong reads: value by key. */
  Map<Integer, Long> scan(String region, String table) {
    JsonNode page =
        store.must(region, "Scan", "{'TableName':'" + table + "','ConsistentRead':true}");
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
        if (values.put(keyOf(item), valueOf(item)) != null) {
          throw new Violation("the index has k" + keyOf(item) + " in two groups");
        }
      }
    }
    return values;
  }
}
