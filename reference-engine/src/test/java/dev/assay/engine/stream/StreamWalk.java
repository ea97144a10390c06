package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.value.AttributeValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A consumer that reads a whole stream as consumers must: a shard only after its parent is read to
 * its end.
 */
final class StreamWalk {
  private final Stream stream;
  private final int pageRecords;
  private final Map<String, Long> positions = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final Map<String, List<String>> valuesOfItem = new HashMap<>();

  StreamWalk(Stream stream, int pageRecords) {
    this.stream = stream;
    this.pageRecords = pageRecords;
  }

  /** Reads all that can be read now, one page of each shard after the other. */
  void catchUp() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (ShardView shard : stream.shards(null, null)) {
        boolean ready = shard.parentId() == null || finished.contains(shard.parentId());
        if (ready && !finished.contains(shard.id())) {
          progress |= readPage(shard.id());
        }
      }
    }
  }

  private boolean readPage(String shardId) {
    long position = positions.computeIfAbsent(shardId, this::start);
    RecordPage page = stream.read(shardId, position, pageRecords, 1 << 20);
    assertThat(page).isInstanceOf(RecordPage.Records.class);
    RecordPage.Records records = (RecordPage.Records) page;
    records.records().forEach(this::take);
    positions.put(shardId, records.next());
    if (records.atEnd()) {
      finished.add(shardId);
    }
    return !records.records().isEmpty() || records.atEnd();
  }

  private long start(String shardId) {
    return stream.start(shardId, new StartingPoint.TrimHorizon()) instanceof Start.Found found
        ? found.position()
        : -1;
  }

  private void take(StreamRecord record) {
    valuesOfItem
        .computeIfAbsent(text(record.keys().find("id")), id -> new ArrayList<>())
        .add(record.newImage() == null ? "-" : text(record.newImage().find("v")));
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof AttributeValue.S s ? s.value() : "?";
  }

  /** What it has read of each item, in order. */
  Map<String, List<String>> valuesOfItem() {
    return valuesOfItem;
  }

  /** The ids of a stream's open shards. */
  static Deque<String> openShards(Stream stream) {
    Deque<String> open = new ArrayDeque<>();
    for (ShardView shard : stream.shards(null, null)) {
      if (shard.endingSequenceNumber() == null) {
        open.add(shard.id());
      }
    }
    return open;
  }
}
