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
