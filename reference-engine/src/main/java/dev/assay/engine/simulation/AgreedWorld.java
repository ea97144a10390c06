package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A table of which there is one truth: in one region, or in several that agree on every write.
 * Acknowledged writes survive, strong reads are current, eventual reads invent nothing, the index
 * and the stream follow, and a restore shows what was.
 */
final class AgreedWorld extends World {
  private final Setting setting;
  private final Map<Integer, KeyModel> keys = new TreeMap<>();
  private final Map<Integer, List<Long>> acknowledged = new TreeMap<>();
  private final SequencedMap<Instant, TreeMap<Integer, Long>> restorePoints = new LinkedHashMap<>();
  private final List<Step.Transact> doubtful = new ArrayList<>();

  AgreedWorld(Store store, Setting setting) {
    super(store);
    this.setting = setting;
    for (int key = 0; key < Programs.KEYS; key++) {
      keys.put(key, new KeyModel());
    }
  }

  private String home() {
    return setting.regions().getFirst();
  }

  private KeyModel model(int key) {
    KeyModel model = keys.get(key);
    if (model == null) {
      throw new Violation("the engine shows an item k" + key + " that nobody wrote");
    }
    return model;
  }

  private List<Long> answers(int key) {
    return acknowledged.computeIfAbsent(key, k -> new ArrayList<>());
  }

  @Override
  void begin() {
    store().must(home(), "CreateTable", CREATE);
    if (setting == Setting.STRONG_REGIONS) {
      store()
          .must(
              home(),
              "UpdateTable",
              "{'TableName':'"
                  + Simulation.TABLE
                  + "','MultiRegionConsistency':'STRONG','ReplicaUpdates':["
                  + "{'Create':{'RegionName':'"
                  + setting.regions().get(1)
                  + "'}},{'Create':{'RegionName':'"
                  + setting.regions().get(2)
                  + "'}}]}");
    } else {
      store()
          .must(
              home(),
              "UpdateContinuousBackups",
              "{'TableName':'"
                  + Simulation.TABLE
                  + "','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}");
    }
  }

  @Override
  String put(Step.Put put) {
    return wrote(
        sendPut(put.region(), put.key(), put.value(), put.group(), ""), put.key(), put.value());
  }

  @Override
  String putIf(Step.PutIf put) {
    KeyModel model = model(put.key());
    Store.Reply reply =
        sendPut(
            put.region(),
            put.key(),
            put.value(),
            put.group(),
            ",'ConditionExpression':'attribute_" + (put.exists() ? "" : "not_") + "exists(pk)'");
    boolean couldHold =
        model.possible().stream().anyMatch(v -> (v != KeyModel.ABSENT) == put.exists());
    boolean couldFail =
        model.possible().stream().anyMatch(v -> (v != KeyModel.ABSENT) != put.exists());
    if (reply.ok() && !couldHold) {
      throw new Violation("a condition held that could not, on " + model.possible());
    }
    if (reply.error().equals("ConditionalCheckFailedException") && !couldFail) {
      throw new Violation("a condition failed that had to hold, on " + model.possible());
    }
    return wrote(reply, put.key(), put.value());
  }

  @Override
  String delete(Step.Delete delete) {
    return wrote(sendDelete(delete.region(), delete.key()), delete.key(), KeyModel.ABSENT);
  }

  private String wrote(Store.Reply reply, int key, long value) {
    if (reply.ok()) {
      model(key).became(value);
      answers(key).add(value);
      return "acknowledged";
    }
    if (reply.inDoubt()) {
      model(key).mayBe(value);
      return "in doubt";
    }
    return reply.error();
  }

  @Override
  String transact(Step.Transact transact) {
    Store.Reply reply = sendTransact(transact);
    String outcome = wrote(reply, transact.key(), transact.value());
    String unused = wrote(reply, transact.otherKey(), transact.otherValue());
    if (reply.inDoubt()) {
      doubtful.add(transact);
    }
    return outcome;
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
    KeyModel model = model(read.key());
    if (read.strong()) {
      requirePossible(read.key(), value);
      model.seen(value);
    } else if (!model.everWas(value)) {
      throw new Violation(
          "an eventual read shows " + value + ", which k" + read.key() + " never was");
    }
    return String.valueOf(value);
  }

  private void requirePossible(int key, long value) {
    if (!model(key).canBe(value)) {
      throw new Violation(
          "a strong read shows k"
              + key
              + " = "
              + value
              + ", where it can only be one of "
              + model(key).possible());
    }
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
      if (!model(keyOf(item)).everWas(valueOf(item))) {
        throw new Violation("the index shows " + item + ", which never was");
      }
    }
    return count + " items";
  }

  @Override
  void markRestore(Instant second) {
    if (keys.values().stream().allMatch(KeyModel::isCertain)) {
      TreeMap<Integer, Long> values = new TreeMap<>();
      keys.forEach(
          (key, model) -> {
            if (model.certain() != KeyModel.ABSENT) {
              values.put(key, model.certain());
            }
          });
      restorePoints.put(second, values);
    }
  }

  @Override
  void finish(Runnable settle) {
    Map<Integer, Long> all = scan(home(), Simulation.TABLE);
    for (int key : all.keySet()) {
      KeyModel unused = model(key);
    }
    for (Step.Transact transact : doubtful) {
      requireAllOrNothing(transact, all);
    }
    for (int key = 0; key < Programs.KEYS; key++) {
      long value = all.getOrDefault(key, KeyModel.ABSENT);
      requirePossible(key, value);
      model(key).decided(value);
    }
    settle.run();
    requireSame("the table some time later", scan(home(), Simulation.TABLE), all);
    for (String region : setting.regions()) {
      requireSame("the table in " + region, scan(region, Simulation.TABLE), all);
      requireSame("the index in " + region, index(region), all);
    }
    requireStream();
    if (setting == Setting.ZONES) {
      requireRestores(settle);
    }
  }

  private void requireAllOrNothing(Step.Transact transact, Map<Integer, Long> all) {
    // Only where nothing else was written to either since, or the trace of it may be gone.
    KeyModel first = model(transact.key());
    KeyModel second = model(transact.otherKey());
    if (first.canBe(transact.value()) && second.canBe(transact.otherValue())) {
      boolean one = all.getOrDefault(transact.key(), KeyModel.ABSENT) == transact.value();
      boolean two = all.getOrDefault(transact.otherKey(), KeyModel.ABSENT) == transact.otherValue();
      boolean overwritten = first.possible().size() > 2 || second.possible().size() > 2;
      if (one != two && !overwritten) {
        throw new Violation("of a transaction in doubt one half was done: " + transact.words());
      }
    }
  }

  static void requireSame(String what, Map<Integer, Long> shown, Map<Integer, Long> expected) {
    if (!shown.equals(expected)) {
      throw new Violation(what + " shows " + shown + ", expected " + expected);
    }
  }

  private void requireStream() {
    StreamLog stream = StreamLog.read(store(), home());
    for (int key = 0; key < Programs.KEYS; key++) {
      List<Long> told = stream.of(key);
      if (told.getLast() != model(key).certain()) {
        throw new Violation(
            "the stream ends with k"
                + key
                + " = "
                + told.getLast()
                + ", the table has "
                + model(key).certain());
      }
      // Puts are never alike, so that each of them is told once, in the order of their answers.
      List<Long> puts = answers(key).stream().filter(value -> value != KeyModel.ABSENT).toList();
      List<Long> heard = told.stream().filter(puts::contains).toList();
      if (!heard.equals(puts)) {
        throw new Violation(
            "of k" + key + " these were acknowledged: " + puts + ", the stream tells " + heard);
      }
      for (long value : told) {
        if (!model(key).everWas(value)) {
          throw new Violation("the stream tells of k" + key + " = " + value + ", which never was");
        }
      }
    }
  }

  private void requireRestores(Runnable settle) {
    int number = 0;
    for (Map.Entry<Instant, TreeMap<Integer, Long>> point : restorePoints.entrySet()) {
      String target = "sim-restored-" + number++;
      store()
          .must(
              home(),
              "RestoreTableToPointInTime",
              "{'SourceTableName':'"
                  + Simulation.TABLE
                  + "','TargetTableName':'"
                  + target
                  + "','RestoreDateTime':"
                  + point.getKey().getEpochSecond()
                  + "}");
      settle.run();
      requireSame(
          "the table restored to " + point.getKey(), scan(home(), target), point.getValue());
    }
  }
}
