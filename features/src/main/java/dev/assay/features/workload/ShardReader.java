package dev.assay.features.workload;

import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/**
 * Reads all shards of a table's stream, a child only once its parent has been read to the end. A
 * look that fails is made again from behind the last record that was taken.
 */
final class ShardReader implements Traffic.Follower {
  private final Map<String, String> iterators = new HashMap<>();
  private final Map<String, String> lastTaken = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private String stream = "";

  @Override
  public boolean look(Following following) {
    boolean found = false;
    for (Shard shard : shards(following)) {
      String id = shard.shardId();
      boolean waits = shard.parentShardId() != null && open(shard.parentShardId(), following);
      if (!ended.contains(id) && !waits) {
        found |= take(id, following);
      }
    }
    return found;
  }

  /** A parent that is listed no longer has ended long ago. */
  private boolean open(String parent, Following following) {
    return !ended.contains(parent)
        && shards(following).stream().anyMatch(shard -> shard.shardId().equals(parent));
  }

  private List<Shard> shards(Following following) {
    if (stream.isEmpty()) {
      stream =
          following
              .clients()
              .table(following.session().place())
              .describeTable(d -> d.tableName(following.table()))
              .table()
              .latestStreamArn();
    }
    List<Shard> shards = new ArrayList<>();
    String after = null;
    do {
      String from = after;
      DescribeStreamResponse page =
          following.stream().describeStream(d -> d.streamArn(stream).exclusiveStartShardId(from));
      shards.addAll(page.streamDescription().shards());
      after = page.streamDescription().lastEvaluatedShardId();
    } while (after != null);
    return shards;
  }

  private boolean take(String shard, Following following) {
    try {
      String iterator = iterators.computeIfAbsent(shard, id -> iterator(id, following));
      String[] next = new String[1];
      Seen.Records records =
          following.take(
              shard,
              client -> {
                GetRecordsResponse page = client.getRecords(g -> g.shardIterator(iterator));
                next[0] = page.nextShardIterator();
                return new Seen.Records(page.records().stream().map(ShardReader::change).toList());
              });
      if (!records.records().isEmpty()) {
        lastTaken.put(shard, records.records().getLast().sequence());
      }
      if (next[0] == null) {
        ended.add(shard);
        iterators.remove(shard);
      } else {
        iterators.put(shard, next[0]);
      }
      return !records.records().isEmpty();
    } catch (SdkException e) {
      iterators.remove(shard);
      throw e;
    }
  }

  private String iterator(String shard, Following following) {
    String taken = lastTaken.get(shard);
    return following.stream()
        .getShardIterator(
            g -> {
              g.streamArn(stream).shardId(shard);
              if (taken == null) {
                g.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              } else {
                g.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(taken);
              }
            })
        .shardIterator();
  }

  private static Seen.Change change(Record record) {
    Map<String, AttributeValue> keys = record.dynamodb().keys();
    AttributeValue key = keys.get(RunTable.KEY);
    return new Seen.Change(
        key == null ? "" : key.s(),
        record.dynamodb().sequenceNumber(),
        record.eventNameAsString(),
        image(record.dynamodb().hasOldImage(), record.dynamodb().oldImage()),
        image(record.dynamodb().hasNewImage(), record.dynamodb().newImage()));
  }

  private static OptionalLong image(boolean there, Map<String, AttributeValue> image) {
    return there ? Items.value(image) : OptionalLong.empty();
  }
}
