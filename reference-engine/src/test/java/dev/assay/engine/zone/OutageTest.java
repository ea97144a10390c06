package dev.assay.engine.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test is a line of time: what is lost, what is written meanwhile, what is there after. */
@DisplayName("The loss of availability zones")
class OutageTest {
  private static final ReplicationSettings INSTANT = ReplicationSettings.defaults().withSeed(3);
  private static final Duration DETECTION = Duration.ofSeconds(5);

  @Test
  void anotherZoneLeadsAfterTheDetectionTimeAndNothingAcknowledgedIsLost() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT.withDetection(DETECTION))) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");

      engine.zones().setDown(leader, true);
      assertThat(engine.put("k", "2")).isEqualTo(500);
      assertThat(engine.strong("k")).isEqualTo("500");
      assertThat(engine.eventual("k")).isEqualTo("1");

      engine.wait(DETECTION.minusNanos(1));
      assertThat(engine.put("k", "3")).isEqualTo(500);
      engine.wait(Duration.ofNanos(1));
      assertThat(engine.strong("k")).isEqualTo("1");
      assertThat(engine.put("k", "4")).isEqualTo(200);
      assertThat(engine.leader("k")).isNotEqualTo(leader);
      assertThat(engine.partition("k").term()).isEqualTo(2);

      engine.zones().setDown(leader, false);
      assertThat(engine.strong("k")).isEqualTo("4");
      assertThat(engine.leader("k")).isNotEqualTo(leader);
      assertThat(engine.accidents).isEmpty();
    }
  }

  @Test
  void partitionsThatAreLedElsewhereDoNotNotice() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT.withDetection(DETECTION))) {
      String key = "k";
      Zone leader = engine.leader(key);
      engine.zones().setDown(engine.other(leader), true);
      assertThat(engine.put(key, "1")).isEqualTo(200);
      assertThat(engine.strong(key)).isEqualTo("1");
    }
  }

  @Test
  void aLeaderThatIsBackBeforeItIsMissedStaysLeader() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT.withDetection(DETECTION))) {
      Zone leader = engine.leader("k");
      engine.zones().setDown(leader, true);
      engine.wait(DETECTION.dividedBy(2));
      engine.zones().setDown(leader, false);
      engine.wait(DETECTION);
      assertThat(engine.leader("k")).isEqualTo(leader);
      assertThat(engine.put("k", "1")).isEqualTo(200);
    }
  }

  @Test
  void aLeaderThatIsBackAfterItWasMissedIsNoLongerLeaderEvenIfNobodyLookedMeanwhile() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT.withDetection(DETECTION))) {
      Zone leader = engine.leader("k");
      engine.zones().setDown(leader, true);
      engine.wait(DETECTION.multipliedBy(2));
      engine.zones().setDown(leader, false);
      assertThat(engine.leader("k")).isNotEqualTo(leader);
    }
  }

  @Test
  void withTwoZonesLostThereAreNoWritesAndNoStrongReadsButEventualOnes() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");
      engine.zones().setDown(engine.other(leader), true);
      assertThat(engine.put("k", "2")).isEqualTo(200);
      engine.zones().setDown(engine.third(leader), true);
      assertThat(engine.strong("k")).isEqualTo("500");
      assertThat(engine.eventual("k")).isEqualTo("2");
      assertThat(engine.call("Scan", "{'TableName': 'tab', 'ConsistentRead': true}").status())
          .isEqualTo(500);
      assertThat(engine.scan(false)).containsExactly("k=2");
      assertThat(engine.put("k", "3")).isEqualTo(500);
      assertThat(engine.eventual("k")).isEqualTo("2");

      engine.zones().setDown(leader, true);
      assertThat(engine.eventual("k")).isEqualTo("500");
    }
  }

  @Test
  void aWriteThatNoSecondZoneHoldsIsCommittedWhenOneIsBackWithItsLeader() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");
      engine.zones().setDown(engine.other(leader), true);
      engine.zones().setDown(engine.third(leader), true);
      assertThat(engine.put("k", "2")).isEqualTo(500);
      assertThat(engine.put("k", "3")).isEqualTo(500);
      assertThat(engine.eventual("k")).isEqualTo("1");

      engine.zones().setDown(engine.third(leader), false);
      assertThat(engine.strong("k")).isEqualTo("2");
      assertThat(engine.put("k", "4")).isEqualTo(200);
    }
  }

  @Test
  void aWriteThatNoSecondZoneHoldsIsLostForGoodWithItsLeader() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");
      engine.zones().setDown(engine.other(leader), true);
      engine.zones().setDown(engine.third(leader), true);
      assertThat(engine.put("k", "2")).isEqualTo(500);
      engine.zones().setDown(leader, true);
      engine.zones().setDown(engine.other(leader), false);
      engine.zones().setDown(engine.third(leader), false);
      assertThat(engine.strong("k")).isEqualTo("1");
      engine.zones().setDown(leader, false);
      assertThat(engine.strong("k")).isEqualTo("1");
      assertThat(engine.zones().heldBack()).isZero();
    }
  }

  @Test
  void aWriteThatIsHeldIsSeenByNobodyUntilItIsReleased() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      String elsewhere = engine.elsewhere("k");
      engine.pull("hold-commit", Map.of("table", "tab"));
      assertThat(engine.put("k", "2")).isEqualTo(500);
      assertThat(engine.strong("k")).isEqualTo("1");
      assertThat(engine.eventual("k")).isEqualTo("1");
      assertThat(engine.scanIndex()).containsExactly("k=1");
      assertThat(engine.put("k", "3")).isEqualTo(500);
      assertThat(engine.put(elsewhere, "x")).isEqualTo(200);
      assertThat(engine.partition("k").holdsBack()).isTrue();

      engine.pull("release", Map.of());
      assertThat(engine.strong("k")).isEqualTo("2");
      assertThat(engine.queryIndex("2")).containsExactly("k=2");
      assertThat(engine.put("k", "4")).isEqualTo(200);
    }
  }

  @Test
  void aWriteThatIsHeldIsLostWithItsLeaderAndNoReleaseBringsItBack() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");
      engine.pull("hold-commit", Map.of("table", "tab"));
      assertThat(engine.put("k", "2")).isEqualTo(500);
      engine.pull("az-outage", Map.of("zone", leader.label()));
      assertThat(engine.strong("k")).isEqualTo("1");
      engine.pull("release", Map.of());
      assertThat(engine.core.levers().heal()).isNotEmpty();
      assertThat(engine.strong("k")).isEqualTo("1");
      assertThat(engine.put("k", "3")).isEqualTo(200);
    }
  }

  @Test
  void aTransactionThatIsHeldIsHeldAndReleasedAsAWhole() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      String elsewhere = engine.elsewhere("k");
      engine.pull("hold-commit", Map.of("table", "tab"));
      assertThat(
              engine
                  .call(
                      "TransactWriteItems",
                      """
                      {'TransactItems': [{'Put': {'TableName': 'tab', 'Item': {'pk': {'S': 'k'}, 'v': {'S': '1'}}}},
                                         {'Put': {'TableName': 'tab', 'Item': {'pk': {'S': '%s'}, 'v': {'S': '1'}}}}]}
                      """
                          .formatted(elsewhere))
                  .status())
          .isEqualTo(500);
      assertThat(engine.put(elsewhere, "2")).isEqualTo(500);
      assertThat(engine.scan(true)).isEmpty();
      engine.pull("release", Map.of("table", "tab"));
      assertThat(engine.scan(true)).containsExactlyInAnyOrder("k=1", elsewhere + "=1");
    }
  }

  @Test
  void aZoneThatWasLostCatchesUpAtItsRate() {
    ReplicationSettings slow =
        INSTANT.withMode(ReplicationMode.ADVERSARIAL).withCatchUpPerSecond(1);
    try (ZonesFixture engine =
        new ZonesFixture(slow.withLags(Duration.ZERO, Duration.ZERO, Duration.ZERO))) {
      engine.put("k", "0");
      Zone lost = engine.other(engine.leader("k"));
      engine.zones().setDown(lost, true);
      for (int i = 1; i <= 3; i++) {
        engine.put("k", "" + i);
      }
      assertThat(engine.eventual("k")).isEqualTo("3");
      engine.zones().setDown(lost, false);
      for (int i = 0; i <= 3; i++) {
        assertThat(engine.eventual("k")).isEqualTo("" + i);
        assertThat(engine.strong("k")).isEqualTo("3");
        engine.wait(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void aZoneThatLacksAcknowledgedWritesDoesNotLead() {
    ReplicationSettings slow = INSTANT.withMode(ReplicationMode.FAITHFUL).withCatchUpPerSecond(1);
    try (ZonesFixture engine = new ZonesFixture(slow)) {
      Zone leader = engine.leader("k");
      Zone late = engine.other(leader);
      engine.zones().setDown(late, true);
      for (int i = 1; i <= 3; i++) {
        assertThat(engine.put("k", "" + i)).isEqualTo(200);
      }
      engine.zones().setDown(late, false);
      engine.zones().setDown(leader, true);
      assertThat(engine.leader("k")).isEqualTo(engine.third(leader));
      assertThat(engine.strong("k")).isEqualTo("3");
    }
  }

  @Test
  void aPausedZoneStaysReadableAndHoldsNoNewWrite() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      engine.put("k", "1");
      Zone leader = engine.leader("k");
      Zone paused = engine.other(leader);
      engine.pull("replica-lag", Map.of("zone", paused.label(), "paused", true));
      engine.put("k", "2");
      List<String> seen =
          java.util.stream.IntStream.range(0, 40).mapToObj(i -> engine.eventual("k")).toList();
      assertThat(seen).contains("1", "2");
      engine.pull("az-outage", Map.of("zone", engine.third(leader).label()));
      assertThat(engine.put("k", "3")).isEqualTo(500);
      engine.pull("replica-lag", Map.of("zone", paused.label(), "paused", false));
      assertThat(engine.strong("k")).isEqualTo("3");
      assertThat(engine.eventual("k")).isEqualTo("3");
    }
  }

  @Test
  void theClockOfTheLeadersZoneStampsAWrite() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT)) {
      Zone leader = engine.leader("k");
      engine.pull("clock-skew", Map.of("zone", leader.label(), "by_ms", 3_600_000));
      java.util.List<java.time.Instant> times = new java.util.ArrayList<>();
      engine.table().addReader(entry -> times.add(entry.time()));
      engine.put("k", "1");
      assertThat(times).containsExactly(engine.clock.instant().plusSeconds(3600));
      engine.zones().setDown(leader, true);
      engine.put("k", "2");
      assertThat(times.getLast()).isEqualTo(engine.clock.instant());
    }
  }

  @Test
  void aPartitionThatGrowsTooLargeSplitsAndEveryItemStaysWhereItIsFound() {
    try (ZonesFixture engine = new ZonesFixture(INSTANT.withPartitionBytes(2000))) {
      for (int i = 0; i < 400; i++) {
        assertThat(engine.put("k" + i, "value-" + i)).isEqualTo(200);
      }
      List<PartitionState> partitions = engine.zones().partitions(engine.table());
      assertThat(partitions)
          .hasSizeGreaterThan(4)
          .extracting(PartitionState::id)
          .doesNotHaveDuplicates();
      for (int i = 1; i < partitions.size(); i++) {
        assertThat(partitions.get(i).low()).isEqualTo(partitions.get(i - 1).high() + 1);
      }
      assertThat(engine.scan(true)).hasSize(400);
      engine.zones().setDown(Zone.A, true);
      assertThat(engine.scan(true)).hasSize(400);
    }
  }
}
