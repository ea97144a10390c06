package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table of which there is one truth: in one region, or in several that agree on every write.
 * Acknowledged writes survive, strong reads are current, eventual reads invent nothing, the index
 * and the stream follow, and a restore shows what was.
 */
final class AgreedWorld extends World {
  private final Conditions conditions;
  private final Setting setting;
  private final Map<Integer, KeyModel> keys = new TreeMap<>();
  private final Map<Integer, List<Long>> acknowledged = new TreeMap<>();
  private final Set<Instant> restorePoints = new TreeSet<>();
  private final List<Step.Transact> doubtful = new ArrayList<>();

  AgreedWorld(Store store, Weather weather, Conditions conditions) {
    super(store, weather);
    this.conditions = conditions;
    this.setting = conditions.setting();
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
    model.look(now());
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
      enableExpiry(home());
    }
  }

  /** How far the clock that a write goes by may be from the true one. */
  private Duration unsure() {
    if (!conditions.zonesAreSkewed()) {
      return Duration.ZERO;
    }
    return Duration.ofMillis(
        Programs.ZONE_SKEW_MS + (conditions.onDisk() ? Programs.MOST_DRIFT_MS : 0));
  }

  @Override
  String put(Step.Put put) {
    noteExpiry(put);
    return wrote(sendPut(put), put.key(), put.value());
  }

  private void noteExpiry(Step.Put put) {
    if (put.expiresInS() > 0) {
      model(put.key()).expires(put.value(), Instant.ofEpochSecond(expiryOf(put)).minus(unsure()));
    }
  }

  @Override
  void putUnanswered(Step.Put put) {
    noteExpiry(put);
    Store.Reply unheard = sendPut(put);
    if (unheard.ok() || unheard.inDoubt()) {
      model(put.key()).mayBe(put.value(), now());
    }
  }

  /** Acknowledged writes are there, and of those in doubt none comes any more. */
  @Override
  void restarted() {
    for (String region : setting.regions()) {
      Map<Integer, Long> all = scan(region, Simulation.TABLE, true);
      for (int key = 0; key < Programs.KEYS; key++) {
        long value = all.getOrDefault(key, KeyModel.ABSENT);
        requirePossible(key, value);
        model(key).decided(value, now());
      }
    }
  }

  @Override
  String putIf(Step.PutIf put) {
    KeyModel model = model(put.key());
    Store.Reply reply = sendPutIf(put);
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
      model(key).became(value, now());
      answers(key).add(value);
      return "acknowledged";
    }
    if (reply.inDoubt()) {
      model(key).mayBe(value, now());
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
      model.seen(value, now());
    } else if (!model.everWas(value)) {
      throw new Violation(
          "an eventual read shows " + value + ", which k" + read.key() + " never was");
    } else if (weather().isCalm() && !recently(model).contains(value)) {
      throw new Violation(
          "an eventual read shows k"
              + read.key()
              + " = "
              + value
              + ", though nothing is broken and for a second it only was "
              + recently(model));
    }
    return String.valueOf(value);
  }

  /** What an item may have been within the longest lag. */
  private Set<Long> recently(KeyModel model) {
    return model.possibleBetween(now().minus(Weather.MOST_LAG), now());
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
    Set<Integer> shown = new HashSet<>();
    for (JsonNode item : reply.body().path("Items")) {
      int key = keyOf(item);
      requireInGroup(item, query.group());
      boolean known =
          weather().isCalm()
              ? recently(model(key)).contains(valueOf(item))
              : model(key).everWas(valueOf(item));
      if (!known || !shown.add(key)) {
        throw new Violation("the index shows " + item + " and must not");
      }
    }
    if (weather().isCalm()) {
      keys.keySet().stream()
          .filter(key -> !shown.contains(key) && mustBeIn(query.group(), recently(model(key))))
          .findFirst()
          .ifPresent(
              key -> {
                throw new Violation("the index does not show k" + key + " in " + query.group());
              });
    }
    return shown.size() + " items";
  }

  private boolean mustBeIn(int group, Set<Long> values) {
    return values.stream().allMatch(v -> v != KeyModel.ABSENT && groupOf(v) == group);
  }

  @Override
  void markRestore() {
    restorePoints.add(now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  void finish(Runnable settle) {
    Map<Integer, Long> all = scan(home(), Simulation.TABLE, true);
    for (int key : all.keySet()) {
      KeyModel unused = model(key);
    }
    for (Step.Transact transact : doubtful) {
      requireAllOrNothing(transact, all);
    }
    for (int key = 0; key < Programs.KEYS; key++) {
      long value = all.getOrDefault(key, KeyModel.ABSENT);
      requirePossible(key, value);
      model(key).decided(value, now());
      if (model(key).canBe(KeyModel.ABSENT) && value != KeyModel.ABSENT) {
        throw new Violation("k" + key + " = " + value + " has expired and is still there");
      }
    }
    for (String region : setting.regions()) {
      requireConverged(region, all);
    }
    settle.run();
    for (String region : setting.regions()) {
      requireConverged(region, all);
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

  private void requireStream() {
    StreamLog stream = streamOf(home());
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
    for (Instant point : restorePoints) {
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
                  + point.getEpochSecond()
                  + "}");
    }
    settle.run();
    number = 0;
    for (Instant point : restorePoints) {
      requireRestored(point, scan(home(), "sim-restored-" + number++, true));
    }
  }

  private void requireRestored(Instant point, Map<Integer, Long> shown) {
    for (int key = 0; key < Programs.KEYS; key++) {
      long value = shown.getOrDefault(key, KeyModel.ABSENT);
      Set<Long> possible = model(key).possibleAt(point, unsure());
      if (!possible.contains(value)) {
        throw new Violation(
            "the table restored to "
                + point
                + " shows k"
                + key
                + " = "
                + value
                + ", where it could only be one of "
                + possible);
      }
    }
  }
}
