package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that the stream of a table tells, item by item. */
final class StreamLog {
  private final Map<Integer, List<Long>> values = new HashMap<>();
  private final Set<BigInteger> seen = new HashSet<>();

  /**
   * Reads the whole stream.
   *
   * @throws Violation if it is not in order: an image that does not follow from the one before it,
   *     a sequence number twice or outside its shard
   */
  static StreamLog read(Store store, String region) {
    StreamLog log = new StreamLog();
    String arn = Shards.streamOf(store, region);
    for (Shards.Shard shard : Shards.inOrder(store, region, arn)) {
      log.readShard(store, region, arn, shard);
    }
    return log;
  }

  private void readShard(Store store, String region, String arn, Shards.Shard shard) {
    BigInteger before = shard.first().subtract(BigInteger.ONE);
    String iterator = Shards.iterator(store, region, arn, shard.id(), "");
    while (!iterator.isEmpty()) {
      JsonNode page =
          store.mustOfStreams(region, "GetRecords", "{'ShardIterator':'" + iterator + "'}");
      JsonNode records = page.path("Records");
      for (JsonNode record : records) {
        BigInteger number = numberOf(record);
        if (!shard.holds(number) || number.compareTo(before) <= 0) {
          throw new Violation("a record is not in its place: " + record + " in " + shard);
        }
        before = number;
        add(record);
      }
      iterator = records.isEmpty() ? "" : page.path("NextShardIterator").asText();
    }
  }

  private static BigInteger numberOf(JsonNode record) {
    return new BigInteger(record.path("dynamodb").path("SequenceNumber").asText());
  }

  /** Takes in one more record. */
  void add(JsonNode record) {
    JsonNode change = record.path("dynamodb");
    if (!seen.add(numberOf(record))) {
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

  /** All that it tells, by item. */
  Map<Integer, List<Long>> all() {
    return values;
  }
}
