package dev.assay.engine.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partition that is hotter than its ceiling for five minutes")
class HeatSplitTest {
  private static final String UNITS_300 = "v".repeat(300 * 1024 - 100);

  private final ZonesFixture engine =
      new ZonesFixture(EngineSettings.defaults().withThroughputEnforced(true));

  @AfterEach
  void stop() {
    assertThat(engine.accidents).isEmpty();
    engine.close();
  }

  /** A key of the same partition. */
  private String sibling(String key, String... others) {
    for (int i = 0; ; i++) {
      String other = "s" + i;
      if (!List.of(others).contains(other)
          && engine.partition(other).id() == engine.partition(key).id()) {
        return other;
      }
    }
  }

  /** Writes 300 units of each key within one moment, and says how many were refused. */
  private int refused(String... keys) {
    int refused = 0;
    for (String key : keys) {
      ZonesFixture.Reply reply =
          engine.call(
              "PutItem",
              "{'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'v': {'S': '%s'}}}"
                  .formatted(key, UNITS_300));
      if (reply.status() != 200) {
        assertThat(reply.body().at("/ThrottlingReasons/0/reason").asText())
            .isEqualTo("TableWriteKeyRangeThroughputExceeded");
        refused++;
      }
    }
    return refused;
  }

  /** Five minutes and a little, in which no minute goes by without too much. */
  private void heat(String... keys) {
    for (int i = 0; i <= 10; i++) {
      assertThat(refused(keys)).as("in half minute %d", i).isPositive();
      engine.wait(Duration.ofSeconds(30));
    }
  }

  @Test
  void isCutBetweenTheKeysThatShareItsLoadAndThrottlesThemNoMore() {
    String first = "k";
    String second = sibling(first);
    int partitions = engine.zones().partitions(engine.table()).size();
    heat(first, second, first, second, first, second);

    assertThat(engine.zones().partitions(engine.table())).hasSize(partitions + 1);
    assertThat(engine.partition(first).id()).isNotEqualTo(engine.partition(second).id());
    assertThat(refused(first, second, first, second, first, second)).isZero();
  }

  @Test
  void leavesAKeyThatIsMostOfItsLoadAlone() {
    String hot = "k";
    String one = sibling(hot);
    String other = sibling(hot, one);
    heat(hot, hot, hot, hot, one, other);

    PartitionState alone = engine.partition(hot);
    assertThat(alone.low()).isEqualTo(alone.high());
    assertThat(refused(hot, hot, hot, hot, one, other)).isZero();
    assertThat(refused(hot)).isOne();
    assertThat(engine.strong(one)).hasSize(UNITS_300.length());
  }
}
