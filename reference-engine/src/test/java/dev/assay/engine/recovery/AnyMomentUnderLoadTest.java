package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.QueuedScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many clients write, each keys of its own, and move the engine's clock on as they do; meanwhile
 * the table is restored to random seconds. Each client notes between which two times of the engine
 * each of its writes happened: a restored item must be the last that was surely written by then, or
 * one of those that may have been.
 */
@DisplayName("A restore to any second, under load,")
class AnyMomentUnderLoadTest {
  private static final int CLIENTS = 6;
  private static final int KEYS_EACH = 12;
  private static final int MOMENTS = 10;
  private static final String ABSENT = "(absent)";

  @TempDir Path folder;

  private final ManualClock clock = ManualClock.atNoon();
  private final QueuedScheduler jobs = new QueuedScheduler();
  private final AtomicLong writes = new AtomicLong();
  private volatile boolean ended;

  /** A write that took effect at one of these times or between them. */
  private record Written(Instant from, Instant to, String value) {}

  /** One client; its notes are read when it has ended. */
  private final class Client implements Runnable {
    private final EngineFixture engine;
    private final String name;
    private final Random random;
    private final Map<String, List<Written>> notes = new HashMap<>();

    Client(EngineFixture engine, int number, long seed) {
      this.engine = engine;
      this.name = "c" + number;
      this.random = new Random(seed * 1_000 + number);
    }

    @Override
    public void run() {
      for (int i = 0; !ended; i++) {
        String key = name + "-" + random.nextInt(KEYS_EACH);
        String value = name + "." + i;
        switch (random.nextInt(5)) {
          case 0 -> note(List.of(key), ABSENT, "DeleteItem", key("tab", key));
          case 1 ->
              note(
                  List.of(key),
                  value,
                  "UpdateItem",
                  key("tab", key)
                      + ", 'UpdateExpression': 'SET v = :v',"
                      + " 'ExpressionAttributeValues': {':v': {'S': '"
                      + value
                      + "'}}");
          case 2 -> {
            String other = name + "-t" + random.nextInt(KEYS_EACH);
            note(
                List.of(key, other),
                value,
                "TransactWriteItems",
                "'TransactItems': [{'Put': {"
                    + item("tab", key, value)
                    + "}}, {'Put': {"
                    + item("tab", other, value)
                    + "}}]");
          }
          default -> note(List.of(key), value, "PutItem", item("tab", key, value));
        }
        if (random.nextInt(6) == 0) {
          pass(Duration.ofMillis(1 + random.nextInt(30_000)));
        }
      }
    }

    private void note(List<String> keys, String value, String operation, String members) {
      Instant from = clock.instant();
      engine.ok(operation, "{" + members + "}");
      Written written = new Written(from, clock.instant(), value);
      keys.forEach(key -> notes.computeIfAbsent(key, fresh -> new ArrayList<>()).add(written));
      writes.incrementAndGet();
    }

    /** What each key may have held at a moment. */
    void allowed(Instant moment, Map<String, Set<String>> all) {
      notes.forEach(
          (key, written) -> {
            Set<String> values = new HashSet<>(Set.of(ABSENT));
            for (Written each : written) {
              if (!each.to().isAfter(moment)) {
                values.clear();
              }
              if (!each.from().isAfter(moment)) {
                values.add(each.value());
              }
            }
            all.put(key, values);
          });
    }
  }

  private synchronized void pass(Duration time) {
    clock.advance(time);
  }

  private static String key(String table, String key) {
    return "'TableName': '" + table + "', 'Key': {'pk': {'S': '" + key + "'}}";
  }

  private static String item(String table, String key, String value) {
    return "'TableName': '"
        + table
        + "', 'Item': {'pk': {'S': '"
        + key
        + "'}, 'v': {'S': '"
        + value
        + "'}}";
  }

  private record Restored(Instant moment, Map<String, String> items) {}

  @ParameterizedTest(name = "equals the model: seed {0}, {1}")
  @CsvSource({"1, memory", "2, memory", "3, disk"})
  void equalsTheModel(long seed, String where) throws Exception {
    Random random = new Random(seed);
    EngineSettings settings =
        EngineSettings.defaults()
            .withClock(clock)
            .withBackground(BackgroundSettings.defaults().withScheduler(jobs));
    try (EngineFixture engine =
            EngineFixture.start(
                where.equals("disk") ? settings.withData(folder.resolve("data")) : settings);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      create(engine);
      Instant since = clock.instant();
      List<Client> clients = new ArrayList<>();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Client(engine, i, seed));
        running.add(threads.submit(clients.getLast()));
      }
      List<Restored> restored = new ArrayList<>();
      try {
        for (int i = 0; i < MOMENTS; i++) {
          awaitWrites(40L * (i + 1), running);
          restored.add(restore(engine, "while-" + i, since, random));
        }
      } finally {
        ended = true;
      }
      for (Future<?> each : running) {
        each.get();
      }
      for (int i = 0; i < MOMENTS; i++) {
        restored.add(restore(engine, "after-" + i, since, random));
      }
      for (Restored each : restored) {
        compare(each, clients);
      }
      assertThat(engine.accidents()).isEmpty();
    }
  }

  /** Asks the engine for something until enough was written: the load goes on meanwhile. */
  private void awaitWrites(long least, List<Future<?>> running) {
    while (writes.get() < least && running.stream().noneMatch(Future::isDone)) {
      Thread.onSpinWait();
    }
  }

  private static void create(EngineFixture engine) {
    engine.ok(
        "CreateTable",
        "{'TableName': 'tab', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions':"
            + " [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}");
    engine.ok(
        "UpdateContinuousBackups",
        "{'TableName': 'tab', 'PointInTimeRecoverySpecification':"
            + " {'PointInTimeRecoveryEnabled': true}}");
  }

  private Restored restore(EngineFixture engine, String target, Instant since, Random random) {
    long seconds = Duration.between(since, clock.instant()).toSeconds();
    Instant moment = since.plusSeconds(random.nextLong(seconds + 1));
    engine.ok(
        "RestoreTableToPointInTime",
        "{'SourceTableName': 'tab', 'TargetTableName': '"
            + target
            + "', 'RestoreDateTime': "
            + moment.getEpochSecond()
            + "}");
    jobs.work();
    Map<String, String> items = new HashMap<>();
    engine
        .ok("Scan", "{'TableName': '" + target + "'}")
        .get("Items")
        .forEach(item -> items.put(item.at("/pk/S").asText(), item.at("/v/S").asText()));
    return new Restored(moment, items);
  }

  private static void compare(Restored restored, List<Client> clients) {
    Map<String, Set<String>> allowed = new HashMap<>();
    clients.forEach(client -> client.allowed(restored.moment(), allowed));
    assertThat(allowed.keySet()).containsAll(restored.items().keySet());
    allowed.forEach(
        (key, values) -> {
          String held = restored.items().getOrDefault(key, ABSENT);
          assertThat(values).as("%s at %s", key, restored.moment()).contains(held);
        });
  }
}
