package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shards of a stream as it describes them. */
final class Shards {
  private Shards() {}

  /**
   * A shard.
   *
   * @param parent empty if it has none
   * @param last null while it is open
   */
  record Shard(String id, String parent, BigInteger first, @Nullable BigInteger last) {
    /** Whether a record may stand in it. */
    boolean holds(BigInteger number) {
      BigInteger end = last;
      return first.compareTo(number) <= 0 && (end == null || number.compareTo(end) <= 0);
    }
  }

  /** The stream that the table has in a region. */
  static String streamOf(Store store, String region) {
    return store
        .must(region, "DescribeTable", "{'TableName':'" + Simulation.TABLE + "'}")
        .path("Table")
        .path("LatestStreamArn")
        .asText();
  }

  /**
   * All of them, parents before their children.
   *
   * @throws Violation if they do not fit together
   */
  static List<Shard> inOrder(Store store, String region, String arn) {
    List<Shard> left = all(store, region, arn);
    List<Shard> ordered = new ArrayList<>();
    Set<String> known = new HashSet<>();
    left.forEach(shard -> known.add(shard.id()));
    Set<String> done = new HashSet<>();
    while (!left.isEmpty()) {
      int before = left.size();
      left.removeIf(
          shard -> {
            boolean ready = !known.contains(shard.parent()) || done.contains(shard.parent());
            if (ready) {
              ordered.add(shard);
              done.add(shard.id());
            }
            return ready;
          });
      if (left.size() == before) {
        throw new Violation("the shards of the stream have no order");
      }
    }
    requireParentsClosed(ordered);
    return ordered;
  }

  private static void requireParentsClosed(List<Shard> shards) {
    for (Shard child : shards) {
      for (Shard parent : shards) {
        BigInteger end = parent.last();
        if (parent.id().equals(child.parent())
            && (end == null || end.compareTo(child.first()) >= 0)) {
          throw new Violation(
              "the shard " + child + " begins before the end of its parent " + parent);
        }
      }
    }
  }

  private static List<Shard> all(Store store, String region, String arn) {
    List<Shard> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          store.mustOfStreams(
              region,
              "DescribeStream",
              "{'StreamArn':'"
                  + arn
                  + (after.isEmpty() ? "'}" : "','ExclusiveStartShardId':'" + after + "'}"));
      JsonNode description = page.path("StreamDescription");
      description.path("Shards").forEach(shard -> all.add(shard(shard)));
      after = description.path("LastEvaluatedShardId").asText();
    } while (!after.isEmpty());
    return all;
  }

  private static Shard shard(JsonNode shard) {
    JsonNode range = shard.path("SequenceNumberRange");
    JsonNode last = range.path("EndingSequenceNumber");
    return new Shard(
        shard.path("ShardId").asText(),
        shard.path("ParentShardId").asText(),
        new BigInteger(range.path("StartingSequenceNumber").asText()),
        last.isMissingNode() ? null : new BigInteger(last.asText()));
  }

  /** An iterator at the beginning of a shard, or after a record of it. */
  static String iterator(Store store, String region, String arn, String shard, String after) {
    return store
        .mustOfStreams(
            region,
            "GetShardIterator",
            "{'StreamArn':'"
                + arn
                + "','ShardId':'"
                + shard
                + (after.isEmpty()
                    ? "','ShardIteratorType':'TRIM_HORIZON'}"
                    : "','ShardIteratorType':'AFTER_SEQUENCE_NUMBER','SequenceNumber':'"
                        + after
                        + "'}"))
        .path("ShardIterator")
        .asText();
  }
}
