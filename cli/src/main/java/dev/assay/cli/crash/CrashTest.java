package dev.assay.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.atomic.AtomicLong;

/** Loads, kills, starts again and compares; see {@link Settings} for what it is told. */
public final class CrashTest {
  static final String TABLE = "crash-test";

  private final Settings settings;
  private final EngineProcess engine;
  private final PrintWriter out;
  private final AtomicLong acknowledged = new AtomicLong();
  private final List<Client> clients = new ArrayList<>();
  private final List<Long> restarts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private volatile boolean killed;
  private volatile boolean asked;

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
    this.engine = new EngineProcess(settings, clock);
    for (int i = 0; i < settings.clients(); i++) {
      int share = settings.items() / settings.clients();
      int more = i < settings.items() % settings.clients() ? 1 : 0;
      clients.add(new Client(i, share + more, settings.itemBytes(), settings.seed(), acknowledged));
    }
  }

  /** Ends it soon, with the engine killed. */
  public void stop() {
    asked = true;
    engine.kill();
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
    } finally {
      engine.kill();
    }
    summary();
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
    for (Thread thread : threads) {
      thread.join();
    }
    if (!killed && !asked && !clients.stream().allMatch(Client::isDone)) {
      problem("the engine ended by itself, or gave no whole answer");
    }
    engine.kill();
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
        "%s: %,d items acknowledged, %,d found, %d were under way, start took %,d ms, %d wrong%n",
        when,
        acknowledged.get(),
        items,
        uncertain,
        restarts.getLast(),
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
      return;
    }
    out.printf(
        Locale.ROOT,
        "seed %d: %,d items acknowledged, %d kills, starts took %,d to %,d ms (median %,d): %s%n",
        settings.seed(),
        acknowledged.get(),
        settings.kills(),
        sorted.getFirst(),
        sorted.getLast(),
        sorted.get(sorted.size() / 2),
        asked
            ? "interrupted"
            : problems.isEmpty() ? "nothing lost, nothing invented" : problems.size() + " WRONG");
    out.flush();
  }

  /** How long something took, in milliseconds. */
  static long millisSince(Instant start, Clock clock) {
    return Duration.between(start, clock.instant()).toMillis();
  }
}
