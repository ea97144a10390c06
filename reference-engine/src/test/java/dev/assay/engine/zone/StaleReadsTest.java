package dev.assay.engine.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Replicas and indexes that lag")
class StaleReadsTest {
  private static final ReplicationSettings SETTINGS = ReplicationSettings.defaults().withSeed(7);
  private static final Duration LAG = SETTINGS.mostLag();

  @Test
  void inTheInstantModeNoReadIsStale() {
    try (ZonesFixture engine = new ZonesFixture(SETTINGS)) {
      for (int i = 0; i < 50; i++) {
        engine.put("k", "v" + i);
        assertThat(engine.eventual("k")).isEqualTo("v" + i);
        assertThat(engine.queryIndex("v" + i)).containsExactly("k=v" + i);
      }
    }
  }

  @Test
  void inTheAdversarialModeAnEventualReadIsStaleForAsLongAsItMay() {
    try (ZonesFixture engine = new ZonesFixture(SETTINGS.withMode(ReplicationMode.ADVERSARIAL))) {
      engine.put("k", "old");
      engine.wait(LAG);
      assertThat(engine.eventual("k")).isEqualTo("old");

      engine.put("k", "new");
      assertThat(engine.strong("k")).isEqualTo("new");
      engine.wait(LAG.minusNanos(1));
      assertThat(engine.eventual("k")).isEqualTo("old");
      assertThat(engine.scan(false)).containsExactly("k=old");
      assertThat(engine.scan(true)).containsExactly("k=new");
      engine.wait(Duration.ofNanos(1));
      assertThat(engine.eventual("k")).isEqualTo("new");

      engine.delete("k");
      assertThat(engine.strong("k")).isEqualTo("none");
      assertThat(engine.eventual("k")).isEqualTo("new");
      assertThat(engine.scan(false)).containsExactly("k=new");
      engine.wait(LAG);
      assertThat(engine.scan(false)).isEmpty();
    }
  }

  @Test
  void aGlobalIndexLagsByItsOwnMeasureAndTheWriteIsChargedForItAtOnce() {
    Duration indexLag = Duration.ofSeconds(3);
    try (ZonesFixture engine =
        new ZonesFixture(
            SETTINGS
                .withMode(ReplicationMode.ADVERSARIAL)
                .withLags(Duration.ZERO, LAG, indexLag))) {
      assertThat(
              engine
                  .ok(
                      "PutItem",
                      """
                      {'TableName': 'tab', 'Item': {'pk': {'S': 'k'}, 'v': {'S': 'x'}, 'g': {'S': 'x'}}, 'ReturnConsumedCapacity': 'INDEXES'}
                      """)
                  .at("/ConsumedCapacity/GlobalSecondaryIndexes/by-g/CapacityUnits")
                  .asDouble())
          .isEqualTo(1);
      engine.wait(LAG);
      assertThat(engine.eventual("k")).isEqualTo("x");
      assertThat(engine.queryIndex("x")).isEmpty();
      engine.wait(indexLag.minus(LAG));
      assertThat(engine.queryIndex("x")).containsExactly("k=x");

      engine.put("k", "y");
      assertThat(engine.queryIndex("x")).containsExactly("k=x");
      assertThat(engine.queryIndex("y")).isEmpty();
      engine.wait(indexLag);
      assertThat(engine.queryIndex("x")).isEmpty();
      assertThat(engine.queryIndex("y")).containsExactly("k=y");
    }
  }

  @Test
  void inTheFaithfulModeSomeReadsAreStaleAtOnceAndNoneAfterTheLongestLag() {
    assertThat(faithful(1)).contains("old", "new");
    assertThat(faithful(1)).isEqualTo(faithful(1));
    assertThat(faithful(1)).isNotEqualTo(faithful(2));
  }

  private static List<String> faithful(long seed) {
    List<String> seen = new ArrayList<>();
    try (ZonesFixture engine =
        new ZonesFixture(SETTINGS.withSeed(seed).withMode(ReplicationMode.FAITHFUL))) {
      engine.put("k", "old");
      engine.wait(LAG);
      engine.put("k", "new");
      for (int i = 0; i < 40; i++) {
        seen.add(engine.eventual("k"));
        assertThat(engine.strong("k")).isEqualTo("new");
        engine.wait(Duration.ofMillis(1));
      }
      engine.wait(LAG);
      for (int i = 0; i < 20; i++) {
        assertThat(engine.eventual("k")).isEqualTo("new");
      }
    }
    return seen;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyReadIsTheTableAsItWasOneLagAgo(long seed) {
    Random random = new Random(seed);
    Duration indexLag = Duration.ofMillis(1700);
    try (ZonesFixture engine =
        new ZonesFixture(
            SETTINGS
                .withSeed(seed)
                .withMode(ReplicationMode.ADVERSARIAL)
                .withLags(Duration.ZERO, LAG, indexLag))) {
      Timeline timeline = new Timeline(engine);
      for (int step = 0; step < 300; step++) {
        String key = "k" + random.nextInt(12);
        if (random.nextInt(3) == 0) {
          engine.delete(key);
          timeline.write(key, null);
        } else {
          String value = "v" + random.nextInt(4);
          engine.put(key, value);
          timeline.write(key, value);
        }
        if (random.nextInt(4) == 0) {
          engine.wait(Duration.ofMillis(random.nextInt(400)));
        }
        if (random.nextInt(25) == 0) {
          List<PartitionState> partitions = engine.zones().partitions(engine.table());
          if (partitions.size() < 9) {
            engine.zones().split(engine.table(), partitions.getFirst().id());
          }
        }
        assertThat(engine.scan(true)).as("step %d", step).isEqualTo(timeline.ago(Duration.ZERO));
        assertThat(engine.scan(false)).as("step %d", step).isEqualTo(timeline.ago(LAG));
        assertThat(engine.scanIndex()).as("step %d", step).isEqualTo(timeline.ago(indexLag));
      }
    }
  }

  @Test
  void aRegionThatIsFirstUsedAfterTheLeverFollowsItToo() {
    try (ZonesFixture engine = new ZonesFixture(SETTINGS)) {
      engine.pull("replication-mode", Map.of("mode", "adversarial", "detection_ms", 700));
      ZoneControls later = engine.core.zones("eu-west-1").controls();
      assertThat(later.mode()).isEqualTo(ReplicationMode.ADVERSARIAL);
      assertThat(later.detection()).isEqualTo(Duration.ofMillis(700));

      engine.pull("replication-mode", Map.of("mode", "instant", "detection_ms", 0));
      assertThat(later.mode()).isEqualTo(ReplicationMode.INSTANT);
      assertThat(engine.zones().mode()).isEqualTo(ReplicationMode.INSTANT);
    }
  }

  @Test
  void aVectorIndexLagsAsGlobalIndexesDo() {
    Duration indexLag = Duration.ofMillis(300);
    try (ZonesFixture engine =
        new ZonesFixture(
            SETTINGS
                .withMode(ReplicationMode.ADVERSARIAL)
                .withLags(Duration.ZERO, Duration.ZERO, indexLag))) {
      engine.ok(
          "CreateTable",
          """
          {'TableName': 'vectors', 'BillingMode': 'PAY_PER_REQUEST',
           'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],
           'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],
           'VectorIndexes': [{'IndexName': 'near', 'VectorAttribute': {'AttributeName': 'v'}, 'Dimensions': 2,
             'DistanceFunction': 'EUCLIDEAN', 'Projection': {'ProjectionType': 'ALL'}}]}
          """);
      putVector(engine, "1");
      assertThat(nearest(engine)).isEqualTo("[]");
      engine.wait(indexLag);
      assertThat(nearest(engine)).contains("\"Score\":1.0");

      putVector(engine, "2");
      engine.wait(indexLag.minusNanos(1));
      assertThat(nearest(engine)).contains("\"Score\":1.0").doesNotContain("\"Score\":2.0");
      engine.wait(Duration.ofNanos(1));
      assertThat(nearest(engine)).contains("\"Score\":2.0");

      engine.ok("DeleteItem", "{'TableName': 'vectors', 'Key': {'pk': {'S': 'a'}}}");
      assertThat(nearest(engine)).contains("\"Score\":2.0");
      engine.wait(indexLag);
      assertThat(nearest(engine)).isEqualTo("[]");
    }
  }

  private static void putVector(ZonesFixture engine, String x) {
    engine.ok(
        "PutItem",
        "{'TableName': 'vectors', 'Item': {'pk': {'S': 'a'}, 'v': {'L': [{'N': '%s'}, {'N': '0'}]}}}"
            .formatted(x));
  }

  private static String nearest(ZonesFixture engine) {
    return engine
        .ok(
            "SearchVectors",
            "{'TableName': 'vectors', 'IndexName': 'near', 'SearchVector': [{'N': '0'}, {'N':"
                + " '0'}], 'TopK': 5}")
        .path("SearchResults")
        .toString();
  }

  /** What the table held, at every time. */
  private static final class Timeline {
    private record Write(Instant time, String key, @Nullable String value) {}

    private final Deque<Write> writes = new ArrayDeque<>();
    private final ZonesFixture engine;

    Timeline(ZonesFixture engine) {
      this.engine = engine;
    }

    void write(String key, @Nullable String value) {
      writes.add(new Write(engine.clock.instant(), key, value));
    }

    List<String> ago(Duration lag) {
      Map<String, String> items = new TreeMap<>();
      for (Write write : writes) {
        if (!write.time.plus(lag).isAfter(engine.clock.instant())) {
          if (write.value == null) {
            items.remove(write.key);
          } else {
            items.put(write.key, write.value);
          }
        }
      }
      return items.entrySet().stream()
          .map(item -> item.getKey() + "=" + item.getValue())
          .sorted()
          .toList();
    }
  }
}
