package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was written, a restore to any second has exactly the items of that second. */
class AnyMomentTest {
  private static final int WRITES = 500;
  private static final int MOMENTS = 10;
  private static final int KEYS = 40;

  @TempDir Path folder;

  private final Map<String, Map<String, String>> model =
      Map.of("one", new TreeMap<>(), "two", new TreeMap<>());

  /** What both tables held at the end of a second. */
  private record Recorded(
      Instant second, TreeMap<String, String> one, TreeMap<String, String> two) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aRestoreEqualsTheModel(long seed) {
    Random random = new Random(seed);
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      create(on, "one");
      create(on, "two");
      List<Recorded> recorded = new ArrayList<>();
      for (int i = 0; i < WRITES; i++) {
        if (random.nextInt(3) == 0) {
          recorded.add(record(on.now()));
          on.advance(Duration.ofMillis(1000L * (1 + random.nextInt(90))));
        }
        write(on, random, i);
      }
      for (int i = 0; i < MOMENTS; i++) {
        Recorded at = recorded.get(random.nextInt(recorded.size()));
        compare(on, "one", "restored-one-" + i, at.second(), at.one());
        compare(on, "two", "restored-two-" + i, at.second(), at.two());
      }
      assertThat(on.engine.accidents()).isEmpty();
    }
  }

  private Recorded record(Instant second) {
    return new Recorded(second, new TreeMap<>(of("one")), new TreeMap<>(of("two")));
  }

  private Map<String, String> of(String table) {
    return java.util.Objects.requireNonNull(model.get(table));
  }

  private static void create(RecoveryFixture on, String table) {
    on.ok(
        "CreateTable",
        "{'TableName': '"
            + table
            + "', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions':"
            + " [{'AttributeName': 'pk', 'AttributeType': 'S'},"
            + " {'AttributeName': 'v', 'AttributeType': 'S'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],"
            + " 'GlobalSecondaryIndexes': [{'IndexName': 'by-v', 'KeySchema':"
            + " [{'AttributeName': 'v', 'KeyType': 'HASH'}],"
            + " 'Projection': {'ProjectionType': 'KEYS_ONLY'}}]}");
    on.enable(table);
  }

  private void write(RecoveryFixture on, Random random, int i) {
    String table = random.nextBoolean() ? "one" : "two";
    String key = "k" + random.nextInt(KEYS);
    switch (random.nextInt(4)) {
      case 0 -> {
        on.ok("DeleteItem", "{'TableName': '" + table + "', 'Key': {'pk': {'S': '" + key + "'}}}");
        of(table).remove(key);
      }
      case 1 -> {
        on.ok(
            "UpdateItem",
            "{'TableName': '"
                + table
                + "', 'Key': {'pk': {'S': '"
                + key
                + "'}}, 'UpdateExpression': 'SET v = :v',"
                + " 'ExpressionAttributeValues': {':v': {'S': 'u"
                + i
                + "'}}}");
        of(table).put(key, "u" + i);
      }
      case 2 -> transact(on, random, i);
      default -> {
        on.put(table, key, "p" + i);
        of(table).put(key, "p" + i);
      }
    }
  }

  /** Puts into both tables, and deletes from one, all or nothing. */
  private void transact(RecoveryFixture on, Random random, int i) {
    String key = "k" + random.nextInt(KEYS);
    String other = "d" + random.nextInt(KEYS);
    on.ok(
        "TransactWriteItems",
        "{'TransactItems': ["
            + put("one", key, "t" + i)
            + ", "
            + put("two", key, "t" + i)
            + ", {'Delete': {'TableName': 'one', 'Key': {'pk': {'S': '"
            + other
            + "'}}}}, "
            + put("two", other, "t" + i)
            + "]}");
    of("one").put(key, "t" + i);
    of("two").put(key, "t" + i);
    of("one").remove(other);
    of("two").put(other, "t" + i);
  }

  private static String put(String table, String key, String value) {
    return "{'Put': {'TableName': '"
        + table
        + "', 'Item': {'pk': {'S': '"
        + key
        + "'}, 'v': {'S': '"
        + value
        + "'}}}}";
  }

  private static void compare(
      RecoveryFixture on, String source, String target, Instant moment, Map<String, String> model) {
    on.restore(source, target, moment);
    TreeSet<String> expected = new TreeSet<>();
    model.forEach((key, value) -> expected.add(key + "=" + value));
    assertThat(on.pairs(target)).isEqualTo(expected);
    TreeSet<String> indexed = new TreeSet<>();
    on.ok("Scan", "{'TableName': '" + target + "', 'IndexName': 'by-v'}")
        .get("Items")
        .forEach(item -> indexed.add(item.at("/pk/S").asText() + "=" + item.at("/v/S").asText()));
    assertThat(indexed).isEqualTo(expected);
  }
}
