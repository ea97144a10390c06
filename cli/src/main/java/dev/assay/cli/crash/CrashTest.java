package dev.assay.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Loads, kills, starts again and compares; see {@link Settings} for what it is told. */
public final class CrashTest {
  static final String TABLE = "crash-test";
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);
  private static final int SECONDS_TO_END = 10;

  private final Settings settings;
  private final EngineProcess engine;
  private final PrintWriter out;
  private final AtomicLong acknowledged = new AtomicLong();
  private final List<Client> clients = new ArrayList<>();
  private final List<Long> restarts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private volatile boolean killed;
  private volatile boolean asked;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Clock clock;
  private final Instant begun;

  /**
   * What is to be done.
   *
   * @param root Assay's folder
   * @param data an empty folder
   * @param items how many items are written in all
   * @param kills how often the engine is killed while it is written to
   * @param engineOptions further options of {@code assay engine}
   */
  public record Settings(
      Path root,
      Path data,
      int items,
      int itemBytes,
      int clients,
      int kills,
      long seed,
      List<String> engineOptions) {}

  public CrashTest(Settings settings, Clock clock, PrintWriter out) {
    this.settings = settings;
    this.out = out;
    this.clock = clock;
    this.begun = clock.instant();
    this.engine = new EngineProcess(settings, clock);
    for (int i = 0; i < settings.clients(); i++) {
      int share = settings.items() / settings.clients();
      int more = i < settings.items() % settings.clients() ? 1 : 0;
      clients.add(new Client(i, share + more, settings.itemBytes(), settings.seed(), acknowledged));
    }
  }

  /** Ends it, with the engine killed and no other one started. Returns when it has ended. */
  public void stop() {
    asked = true;
    engine.stop();
    try {
      if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        // The engine is gone, which is what matters.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs it.
   *
   * @return whether everything that was acknowledged was there after each start, and nothing else
   */
  public boolean run() throws IOException, InterruptedException {
    Random random = new Random(settings.seed());
    long[] moments =
        random
            .longs(settings.kills(), settings.items() / 50 + 1, settings.items())
            .sorted()
            .toArray();
    try {
      start();
      createTable();
      for (int kill = 0; kill < moments.length && !asked; kill++) {
        load(moments[kill]);
        restarts.add(start());
        compare("kill " + (kill + 1), false);
      }
      load(Long.MAX_VALUE);
      restarts.add(start());
      compare("end", true);
    } catch (InterruptedException | IOException | Refusal lost) {
      if (!asked) {
        throw lost;
      }
    } finally {
      engine.kill();
      summary();
      ended.countDown();
    }
    return problems.isEmpty() && !asked;
  }

  private long start() throws IOException, InterruptedException {
    killed = false;
    return engine.start();
  }

  private void createTable() throws IOException {
    try (Wire wire = new Wire(engine.port())) {
      wire.call(
          "CreateTable",
          "{\"TableName\":\""
              + TABLE
              + "\",\"KeySchema\":[{\"AttributeName\":\"k\",\"KeyType\":\"HASH\"}],"
              + "\"AttributeDefinitions\":[{\"AttributeName\":\"k\",\"AttributeType\":\"S\"}],"
              + "\"BillingMode\":\"PAY_PER_REQUEST\"}");
    }
  }

  /** Has all clients write until so many items are acknowledged, and kills the engine then. */
  private void load(long until) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Client client : clients) {
      Thread thread = new Thread(() -> write(client, until), "client-" + client.number());
      thread.start();
      threads.add(thread);
    }
    Instant loading = clock.instant();
    long before = acknowledged.get();
    for (Thread thread : threads) {
      while (!thread.join(BETWEEN_REPORTS)) {
        progress(acknowledged.get() - before, millisSince(loading, clock));
      }
    }
    if (!killed && !asked && !clients.stream().allMatch(Client::isDone)) {
      problem("the engine ended by itself, or gave no whole answer");
    }
    engine.kill();
  }

  private void progress(long since, long millis) {
    out.printf(
        Locale.ROOT,
        "  %,d of %,d items acknowledged, %,d a second, %d kills of %d done%n",
        acknowledged.get(),
        settings.items(),
        since * 1_000 / Math.max(1, millis),
        restarts.size(),
        settings.kills());
    out.flush();
  }

  private void write(Client client, long until) {
    try {
      client.run(
          engine.port(),
          () -> {
            if (acknowledged.get() >= until && !killed) {
              // In the middle of what all the others are doing.
              killed = true;
              engine.kill();
            }
            return asked;
          });
    } catch (Wire.RefusedException e) {
      problem(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void problem(String sentence) {
    problems.add(sentence);
    if (problems.size() <= 20) {
      out.println("  WRONG: " + sentence);
      out.flush();
    }
  }

  /** Reads all that is there, and compares it with what the clients know. */
  private void compare(String when, boolean whole) throws IOException {
    if (asked) {
      return;
    }
    int uncertain = clients.stream().mapToInt(Client::uncertain).sum();
    Instant reading = clock.instant();
    Map<Integer, Map<Integer, Integer>> found = read(whole);
    long items = 0;
    for (Client client : clients) {
      Map<Integer, Integer> own = found.getOrDefault(client.number(), Map.of());
      items += own.size();
      check(client, own, 0);
      check(client, own, Client.COUNTERS);
      check(client, own, Client.GROUPS);
      checkGroups(client, own);
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d items acknowledged, %,d found, %d were under way, start took %,d ms, comparing %,d"
            + " ms, %d wrong%n",
        when,
        acknowledged.get(),
        items,
        uncertain,
        restarts.getLast(),
        millisSince(reading, clock),
        problems.size());
    out.flush();
  }

  private void check(Client client, Map<Integer, Integer> own, int base) {
    Ledger ledger = client.ledger(base);
    for (int place = 0; place < ledger.keys(); place++) {
      int expected = ledger.version(place);
      int version = own.getOrDefault(base + place, Ledger.ABSENT);
      if (!ledger.accepts(place, version)) {
        problem(
            "item %d-%d has version %d and must have %d"
                .formatted(client.number(), base + place, version, expected));
      }
    }
    own.keySet().stream()
        .filter(key -> client.ledger(key) == ledger && Client.place(key) >= ledger.keys())
        .forEach(key -> problem("item %d-%d was never written".formatted(client.number(), key)));
  }

  private void checkGroups(Client client, Map<Integer, Integer> own) {
    for (int key = Client.GROUPS; own.containsKey(key); key += Client.GROUP_SIZE) {
      for (int i = 1; i < Client.GROUP_SIZE; i++) {
        if (!own.get(key).equals(own.get(key + i))) {
          problem("a transaction of client %d is there in part".formatted(client.number()));
        }
      }
    }
  }

  private Map<Integer, Map<Integer, Integer>> read(boolean whole) throws IOException {
    Map<Integer, Map<Integer, Integer>> found = new HashMap<>();
    String projection = whole ? "" : ",\"ProjectionExpression\":\"k,v\"";
    String from = "";
    try (Wire wire = new Wire(engine.port())) {
      do {
        JsonNode page =
            wire.call(
                "Scan",
                "{\"TableName\":\""
                    + TABLE
                    + "\",\"ConsistentRead\":true"
                    + projection
                    + from
                    + "}");
        for (JsonNode item : page.path("Items")) {
          take(item, whole, found);
        }
        JsonNode last = page.path("LastEvaluatedKey");
        from = last.isMissingNode() ? "" : ",\"ExclusiveStartKey\":" + last;
      } while (!from.isEmpty());
    }
    return found;
  }

  private void take(JsonNode item, boolean whole, Map<Integer, Map<Integer, Integer>> found) {
    String text = item.at("/k/S").asText();
    int dash = text.indexOf('-');
    int client = Integer.parseInt(text.substring(0, dash));
    int key = Integer.parseInt(text.substring(dash + 1));
    Map<Integer, Integer> own = found.computeIfAbsent(client, number -> new HashMap<>());
    if (own.put(key, item.at("/v/N").asInt()) != null) {
      problem("item " + text + " is there twice");
    }
    if (whole && !clients.get(client).isWhole(key, item.at("/f/S").asText())) {
      problem("item " + text + " has lost some of its attributes");
    }
  }

  private void summary() {
    List<Long> sorted = restarts.stream().sorted().toList();
    if (sorted.isEmpty()) {
      out.printf(Locale.ROOT, "seed %d: ended before the first kill%n", settings.seed());
      out.flush();
      return;
    }
    out.printf(
        Locale.ROOT,
        "seed %d: %,d items acknowledged, %d of %d kills, starts took %,d to %,d ms (median %,d),"
            + " %,d s in all: %s%n",
        settings.seed(),
        acknowledged.get(),
        Math.min(restarts.size(), settings.kills()),
        settings.kills(),
        sorted.getFirst(),
        sorted.getLast(),
        sorted.get(sorted.size() / 2),
        millisSince(begun, clock) / 1_000,
        asked
            ? "interrupted, with " + problems.size() + " wrong so far"
            : problems.isEmpty() ? "nothing lost, nothing invented" : problems.size() + " WRONG");
    out.flush();
  }

  /** How long something took, in milliseconds. */
  static long millisSince(Instant start, Clock clock) {
    return Duration.between(start, clock.instant()).toMillis();
  }
}
