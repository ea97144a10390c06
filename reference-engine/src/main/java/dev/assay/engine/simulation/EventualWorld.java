package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table whose regions accept writes on their own. Nothing is invented, after healing all regions
 * agree, and what they agree on is for every item the write with the latest stamp.
 */
final class EventualWorld extends World {
  private final Setting setting;
  private final Map<Integer, Set<Long>> ever = new TreeMap<>();
  private final Map<Integer, Set<Long>> doubtful = new TreeMap<>();
  private final Map<Integer, Latest> latest = new TreeMap<>();
  private final Map<String, Map<Integer, List<Long>>> acknowledged = new TreeMap<>();

  private final Map<String, Map<Integer, WriteStamp>> latestIn = new TreeMap<>();
  private final Set<Integer> deleted = new HashSet<>();

  /** Items that may have been deleted because they had expired: by a write nobody was told of. */
  private final Set<Integer> expiring = new HashSet<>();

  private final Set<Long> expiringValues = new HashSet<>();

  /** The acknowledged write of an item that has to win. */
  private record Latest(WriteStamp stamp, long value) {}

  EventualWorld(Store store, Weather weather, Setting setting) {
    super(store, weather);
    this.setting = setting;
    for (int key = 0; key < Programs.KEYS; key++) {
      ever.put(key, new HashSet<>(Set.of(KeyModel.ABSENT)));
      doubtful.put(key, new HashSet<>());
    }
  }

  @Override
  void begin() {
    String home = setting.regions().getFirst();
    store().must(home, "CreateTable", CREATE);
    enableExpiry(home);
    for (String region : setting.regions().subList(1, setting.regions().size())) {
      store()
          .must(
              home,
              "UpdateTable",
              "{'TableName':'"
                  + Simulation.TABLE
                  + "','ReplicaUpdates':[{'Create':{'RegionName':'"
                  + region
                  + "'}}]}");
    }
  }

  private void noteExpiry(Step.Put put) {
    if (put.expiresInS() > 0) {
      expiring.add(put.key());
      expiringValues.add(put.value());
    }
  }

  @Override
  void putUnanswered(Step.Put put) {
    noteExpiry(put);
    Store.Reply unheard = sendPut(put);
    if (unheard.ok() || unheard.inDoubt()) {
      values(ever, put.key()).add(put.value());
      values(doubtful, put.key()).add(put.value());
    }
  }

  /** What a region has acknowledged it still has, or something later. */
  @Override
  void restarted() {
    for (String region : setting.regions()) {
      for (Map.Entry<Integer, WriteStamp> own :
          latestIn.getOrDefault(region, Map.of()).entrySet()) {
        WriteStamp now = stampOf(region, own.getKey());
        // Only deletions are forgotten in the end.
        boolean forgotten =
            now == null && (deleted.contains(own.getKey()) || expiring.contains(own.getKey()));
        if (!forgotten && (now == null || now.compareTo(own.getValue()) < 0)) {
          throw new Violation(
              "k"
                  + own.getKey()
                  + " was written in "
                  + region
                  + " at "
                  + own.getValue()
                  + ", and now its last write there is "
                  + now);
        }
      }
    }
  }

  @Override
  String put(Step.Put put) {
    noteExpiry(put);
    return wrote(sendPut(put), put.region(), put.key(), put.value());
  }

  @Override
  String putIf(Step.PutIf put) {
    return wrote(sendPutIf(put), put.region(), put.key(), put.value());
  }

  @Override
  String delete(Step.Delete delete) {
    return wrote(
        sendDelete(delete.region(), delete.key()), delete.region(), delete.key(), KeyModel.ABSENT);
  }

  @Override
  String transact(Step.Transact transact) {
    Store.Reply reply = sendTransact(transact);
    String outcome = wrote(reply, transact.region(), transact.key(), transact.value());
    String unused = wrote(reply, transact.region(), transact.otherKey(), transact.otherValue());
    return outcome;
  }

  private String wrote(Store.Reply reply, String region, int key, long value) {
    if (reply.ok()) {
      values(ever, key).add(value);
      acknowledged
          .computeIfAbsent(region, name -> new TreeMap<>())
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(value);
      WriteStamp stamp = stampOf(region, key);
      if (stamp != null) {
        latestIn.computeIfAbsent(region, name -> new TreeMap<>()).put(key, stamp);
      }
      if (value == KeyModel.ABSENT) {
        deleted.add(key);
      }
      Latest known = latest.get(key);
      if (stamp != null && (known == null || stamp.compareTo(known.stamp()) > 0)) {
        latest.put(key, new Latest(stamp, value));
      }
      return "acknowledged" + (stamp == null ? "" : " at " + stamp.time());
    }
    if (reply.inDoubt()) {
      values(ever, key).add(value);
      values(doubtful, key).add(value);
      return "in doubt";
    }
    return reply.error();
  }

  private static Set<Long> values(Map<Integer, Set<Long>> sets, int key) {
    return sets.computeIfAbsent(key, k -> new HashSet<>());
  }

  /** The stamp that the engine gave a write, which no client ever sees. */
  private @Nullable WriteStamp stampOf(String region, int key) {
    Table table = store().core().region(region).catalog().find(Simulation.TABLE).orElseThrow();
    KeySchema schema = table.definition().key();
    AttributeMap item =
        AttributeMap.of(schema.partition().getFirst().name(), new AttributeValue.S("k" + key));
    return table.stampOf(EntryKey.of(schema, item));
  }

  @Override
  String read(Step.Read read) {
    Store.Reply reply = sendGet(read.region(), read.key(), read.strong());
    if (!reply.ok()) {
      if (reply.status() < 500) {
        throw new Violation("a read was refused: " + reply.body());
      }
      return reply.error();
    }
    long value = valueOf(reply.body().path("Item"));
    if (!values(ever, read.key()).contains(value)) {
      throw new Violation("a read shows k" + read.key() + " = " + value + ", which never was");
    }
    return String.valueOf(value);
  }

  @Override
  String query(Step.QueryIndex query) {
    Store.Reply reply = sendQuery(query.region(), query.group());
    if (!reply.ok()) {
      return reply.error();
    }
    int count = 0;
    for (JsonNode item : reply.body().path("Items")) {
      count++;
      requireInGroup(item, query.group());
      if (!values(ever, keyOf(item)).contains(valueOf(item))) {
        throw new Violation("the index shows " + item + ", which never was");
      }
    }
    return count + " items";
  }

  @Override
  void markRestore() {
    // Recovery is looked at where there is one truth.
  }

  @Override
  void finish(Runnable settle) {
    Map<Integer, Long> first = scan(setting.regions().getFirst(), Simulation.TABLE, true);
    for (String region : setting.regions()) {
      requireConverged(region, first);
      requireStream(region, first);
    }
    for (int key = 0; key < Programs.KEYS; key++) {
      long value = first.getOrDefault(key, KeyModel.ABSENT);
      Latest winner = latest.get(key);
      boolean wasDoubtful =
          values(doubtful, key).contains(value)
              || (value == KeyModel.ABSENT && expiring.contains(key));
      if (expiringValues.contains(value)) {
        throw new Violation("k" + key + " = " + value + " has expired and is still there");
      }
      if (winner != null && winner.value() != value && !wasDoubtful) {
        throw new Violation(
            "all regions agree on k"
                + key
                + " = "
                + value
                + ", but the last write was "
                + winner.value()
                + " at "
                + winner.stamp());
      }
      if (winner == null && value != KeyModel.ABSENT && !wasDoubtful) {
        throw new Violation("k" + key + " = " + value + " was never acknowledged");
      }
    }
  }

  private void requireStream(String region, Map<Integer, Long> all) {
    StreamLog stream = streamOf(region);
    for (int key = 0; key < Programs.KEYS; key++) {
      requireOwnWrites(region, key, stream.of(key));
      long last = stream.of(key).getLast();
      long value = all.getOrDefault(key, KeyModel.ABSENT);
      if (last != value) {
        throw new Violation(
            "the stream in "
                + region
                + " ends with k"
                + key
                + " = "
                + last
                + ", the table has "
                + value);
      }
    }
  }

  /**
   * The puts that a region took itself are told there, each once, in the order of their answers.
   */
  private void requireOwnWrites(String region, int key, List<Long> told) {
    List<Long> own =
        acknowledged.getOrDefault(region, Map.of()).getOrDefault(key, List.of()).stream()
            .filter(value -> value != KeyModel.ABSENT)
            .toList();
    List<Long> heard = told.stream().filter(own::contains).toList();
    if (!heard.equals(own)) {
      throw new Violation(
          "of k"
              + key
              + " these were acknowledged in "
              + region
              + ": "
              + own
              + ", its stream tells "
              + heard);
    }
    for (long value : told) {
      if (!values(ever, key).contains(value)) {
        throw new Violation("the stream tells of k" + key + " = " + value + ", which never was");
      }
    }
  }
}
