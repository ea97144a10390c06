package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads the stream of a region while it grows, in small pages, as an application does: a shard
 * until it ends, and only then its children.
 */
final class Consumer {
  private static final int PAGE = 2;

  private final Store store;
  private final String region;
  private final StreamLog heard = new StreamLog();
  private final Map<String, Place> places = new HashMap<>();
  private final Set<String> finished = new HashSet<>();

  /**
   * Where it is in a shard.
   *
   * @param last the number of the last record that it has read; empty if there was none
   */
  private record Place(String iterator, String last) {}

  Consumer(Store store, String region) {
    this.store = store;
    this.region = region;
  }

  /**
   * Reads one page of every shard that it may read.
   *
   * @return how many records it got
   */
  int readSome() {
    int got = 0;
    String arn = Shards.streamOf(store, region);
    Set<String> known = new HashSet<>();
    for (Shards.Shard shard : Shards.inOrder(store, region, arn)) {
      known.add(shard.id());
      boolean parentDone = !known.contains(shard.parent()) || finished.contains(shard.parent());
      if (parentDone && !finished.contains(shard.id())) {
        got += readPage(arn, shard.id());
      }
    }
    return got;
  }

  /** Reads until nothing more comes. */
  void readAll() {
    int before;
    do {
      before = finished.size();
    } while (readSome() > 0 || finished.size() > before);
  }

  private int readPage(String arn, String shard) {
    Place place = places.getOrDefault(shard, new Place("", ""));
    String iterator =
        place.iterator().isEmpty()
            ? Shards.iterator(store, region, arn, shard, place.last())
            : place.iterator();
    Store.Reply page =
        store.callStreams(
            region, "GetRecords", "{'ShardIterator':'" + iterator + "','Limit':" + PAGE + "}");
    if (page.error().equals("ExpiredIteratorException")) {
      places.put(shard, new Place("", place.last()));
      return 0;
    }
    if (!page.ok()) {
      String words = "GetRecords was refused: " + page.body();
      throw page.inDoubt() ? new Unanswered(words) : new Violation(words);
    }
    String last = place.last();
    JsonNode records = page.body().path("Records");
    for (JsonNode record : records) {
      heard.add(record);
      last = record.path("dynamodb").path("SequenceNumber").asText();
    }
    String next = page.body().path("NextShardIterator").asText();
    places.put(shard, new Place(next, last));
    if (next.isEmpty()) {
      finished.add(shard);
    }
    return records.size();
  }

  /**
   * It has heard the same as whoever reads all at once.
   *
   * @throws Violation if not
   */
  void requireSame(StreamLog whole) {
    if (!heard.all().equals(whole.all())) {
      throw new Violation(
          "whoever read the stream as it grew heard "
              + heard.all()
              + ", now it tells "
              + whole.all());
    }
  }
}
