package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that the stream of a table tells, item by item. */
final class StreamLog {
  private final Map<Integer, List<Long>> values = new HashMap<>();

  /**
   * Reads the whole stream.
   *
   * @throws Violation if it is not in order: an image that does not follow from the one before it,
   *     a sequence number twice
   */
  static StreamLog read(Store store, String region) {
    StreamLog log = new StreamLog();
    JsonNode table =
        store.must(region, "DescribeTable", "{'TableName':'" + Simulation.TABLE + "'}");
    String arn = table.path("Table").path("LatestStreamArn").asText();
    Store.Reply stream = store.callStreams(region, "DescribeStream", "{'StreamArn':'" + arn + "'}");
    Set<String> seen = new HashSet<>();
    for (JsonNode shard : inOrder(stream.body().path("StreamDescription").path("Shards"))) {
      log.readShard(store, region, arn, shard.path("ShardId").asText(), seen);
    }
    return log;
  }

  /** Parents before their children. */
  private static List<JsonNode> inOrder(JsonNode shards) {
    List<JsonNode> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    List<JsonNode> left = new ArrayList<>();
    shards.forEach(left::add);
    Set<String> known = new HashSet<>();
    left.forEach(shard -> known.add(shard.path("ShardId").asText()));
    while (!left.isEmpty()) {
      int before = left.size();
      left.removeIf(
          shard -> {
            String parent = shard.path("ParentShardId").asText();
            boolean ready = parent.isEmpty() || !known.contains(parent) || done.contains(parent);
            if (ready) {
              ordered.add(shard);
              done.add(shard.path("ShardId").asText());
            }
            return ready;
          });
      if (left.size() == before) {
        throw new Violation("the shards of the stream have no order");
      }
    }
    return ordered;
  }

  private void readShard(Store store, String region, String arn, String shard, Set<String> seen) {
    Store.Reply first =
        store.callStreams(
            region,
            "GetShardIterator",
            "{'StreamArn':'"
                + arn
                + "','ShardId':'"
                + shard
                + "','ShardIteratorType':'TRIM_HORIZON'}");
    String iterator = first.body().path("ShardIterator").asText();
    while (!iterator.isEmpty()) {
      Store.Reply page =
          store.callStreams(region, "GetRecords", "{'ShardIterator':'" + iterator + "'}");
      JsonNode records = page.body().path("Records");
      for (JsonNode record : records) {
        add(record.path("dynamodb"), seen);
      }
      iterator = records.isEmpty() ? "" : page.body().path("NextShardIterator").asText();
    }
  }

  private void add(JsonNode change, Set<String> seen) {
    if (!seen.add(change.path("SequenceNumber").asText())) {
      throw new Violation("the stream has a sequence number twice: " + change);
    }
    int key = World.keyOf(change.path("Keys"));
    List<Long> told = values.computeIfAbsent(key, k -> new ArrayList<>(List.of(KeyModel.ABSENT)));
    long before = World.valueOf(change.path("OldImage"));
    if (before != told.getLast()) {
      throw new Violation(
          "the stream tells that k" + key + " was " + before + " after it was " + told.getLast());
    }
    told.add(World.valueOf(change.path("NewImage")));
  }

  /** What it tells of an item, in order, beginning with its absence. */
  List<Long> of(int key) {
    return values.getOrDefault(key, List.of(KeyModel.ABSENT));
  }
}
