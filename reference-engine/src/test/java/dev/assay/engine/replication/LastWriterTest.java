package dev.assay.engine.replication;

import static dev.assay.engine.replication.Planet.OHIO;
import static dev.assay.engine.replication.Planet.OREGON;
import static dev.assay.engine.replication.Planet.VIRGINIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Eventual replication: what arrives, when, and who wins. */
class LastWriterTest {
  private final Planet planet = new Planet();

  @AfterEach
  void closeAndHaveNoAccidents() {
    planet.close();
    assertThat(planet.accidents).isEmpty();
  }

  @Test
  void aWriteIsSeenInEveryRegionAtOnceWhenNothingIsSlow() {
    planet.everywhere("music");
    planet.put(OHIO, "music", "a", "1");
    assertThat(planet.get(VIRGINIA, "music", "a")).isEqualTo("1");
    assertThat(planet.get(OREGON, "music", "a")).isEqualTo("1");
  }

  @Test
  void aNewReplicaGetsWhatWasThereAndFollows() {
    planet.table(VIRGINIA, "music");
    planet.put(VIRGINIA, "music", "old", "1");
    planet.replica(VIRGINIA, "music", OHIO);
    assertThat(planet.get(OHIO, "music", "old")).isEqualTo("1");
    planet.put(VIRGINIA, "music", "new", "2");
    planet.delete(VIRGINIA, "music", "old");
    assertThat(planet.all(OHIO, "music")).containsOnlyKeys("new");
  }

  @Test
  void aLagHoldsAWriteBackForExactlySoLong() {
    planet.everywhere("music");
    planet.pull("replication-lag", "{'from':'us-east-1','to':'us-east-2','ms':1500}");
    planet.put(VIRGINIA, "music", "a", "1");
    planet.clock.advance(Duration.ofMillis(1499));
    assertThat(planet.get(OHIO, "music", "a")).isEmpty();
    assertThat(planet.get(OREGON, "music", "a")).isEqualTo("1");
    planet.clock.advance(Duration.ofMillis(1));
    assertThat(planet.get(OHIO, "music", "a")).isEqualTo("1");
  }

  @Test
  void whatIsDueArrivesAlsoWhenNobodyLooks() {
    planet.everywhere("music");
    planet.pull("replication-lag", "{'from':'*','to':'*','ms':1000}");
    planet.put(VIRGINIA, "music", "a", "1");
    planet.scheduler.advance(Duration.ofSeconds(1));
    assertThat(planet.core.region(OHIO).catalog().find("music").orElseThrow().itemCount())
        .isEqualTo(1);
  }

  @Test
  void ofConcurrentWritesTheLaterWinsEverywhere() {
    planet.everywhere("music");
    planet.pull("replication-pause", "{'from':'*','to':'*'}");
    planet.put(VIRGINIA, "music", "a", "virginia");
    planet.clock.advance(Duration.ofMillis(1));
    planet.put(OREGON, "music", "a", "oregon");
    planet.clock.advance(Duration.ofMillis(1));
    planet.put(OHIO, "music", "a", "ohio");
    planet.heal();
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEqualTo("ohio");
    }
  }

  /** Found by the simulator: the deletion left only a mark, which the write did not look at. */
  @Test
  void aWriteThatIsHeldBackDoesNotUndoALaterDeletion() {
    planet.everywhere("music");
    planet.pull("hold-commit", "{'region':'us-east-2','table':'music','writes':1}");
    planet.put(OREGON, "music", "a", "1");
    planet.scheduler.advance(Duration.ofSeconds(1));
    planet.delete(VIRGINIA, "music", "a");
    planet.scheduler.advance(Duration.ofSeconds(1));
    planet.heal();
    planet.scheduler.advance(Duration.ofSeconds(1));
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEmpty();
    }
  }

  @Test
  void ofWritesAtTheSameTimeTheLaterRegionInTheAlphabetWinsEverywhere() {
    planet.everywhere("music");
    planet.pull("replication-pause", "{'from':'*','to':'*'}");
    planet.put(OREGON, "music", "a", "oregon");
    planet.put(VIRGINIA, "music", "a", "virginia");
    planet.heal();
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEqualTo("oregon");
    }
  }

  @Test
  void aClockThatIsAheadWinsAgainstAWriteThatWasTrulyLater() {
    planet.everywhere("music");
    planet.core.time().skew(VIRGINIA, Duration.ofMinutes(1));
    planet.pull("replication-pause", "{'from':'*','to':'*'}");
    planet.put(VIRGINIA, "music", "a", "earlier");
    planet.clock.advance(Duration.ofSeconds(30));
    planet.put(OREGON, "music", "a", "later");
    planet.heal();
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEqualTo("earlier");
    }
  }

  @Test
  void whoHasSeenAWriteFromTheFutureStillWritesAfterIt() {
    planet.everywhere("music");
    planet.core.time().skew(VIRGINIA, Duration.ofHours(1));
    planet.put(VIRGINIA, "music", "a", "1");
    planet.put(OREGON, "music", "a", planet.get(OREGON, "music", "a") + "2");
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEqualTo("12");
    }
  }

  @Test
  void aDeletionWinsAgainstAnEarlierWriteThatArrivesLater() {
    planet.everywhere("music");
    planet.put(VIRGINIA, "music", "a", "0");
    assertThat(planet.get(OREGON, "music", "a")).isEqualTo("0");
    planet.pull("replication-pause", "{'from':'us-east-1','to':'us-west-2'}");
    planet.put(VIRGINIA, "music", "a", "1");
    assertThat(planet.get(OHIO, "music", "a")).isEqualTo("1");
    planet.clock.advance(Duration.ofMillis(1));
    planet.delete(OHIO, "music", "a");
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
    planet.heal();
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, "music", "a")).as(region).isEmpty();
    }
  }

  @Test
  void aDeletionOfWhatHasNotArrivedYetIsRemembered() {
    planet.everywhere("music");
    planet.pull("replication-pause", "{'from':'us-east-1','to':'us-west-2'}");
    planet.put(VIRGINIA, "music", "a", "1");
    assertThat(planet.get(OHIO, "music", "a")).isEqualTo("1");
    planet.delete(OHIO, "music", "a");
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
    planet.heal();
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
  }

  @Test
  void deletionsAreForgottenOnlyWhenNothingIsOnItsWay() {
    planet.everywhere("music");
    var table = planet.core.region(OREGON).catalog().find("music").orElseThrow();
    planet.pull("replication-pause", "{'from':'us-east-1','to':'us-west-2'}");
    planet.put(VIRGINIA, "music", "a", "1");
    assertThat(planet.get(OHIO, "music", "a")).isEqualTo("1");
    planet.delete(OHIO, "music", "a");
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
    planet.scheduler.advance(Duration.ofMinutes(2));
    assertThat(table.stamps()).hasSize(1);
    planet.heal();
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
    planet.scheduler.advance(Duration.ofMinutes(2));
    assertThat(table.stamps()).isEmpty();
    assertThat(planet.get(OREGON, "music", "a")).isEmpty();
  }

  @Test
  void aConditionIsOnlyCheckedWhereTheWriteIsMade() {
    planet.everywhere("music");
    planet.pull("region-partition", "{'from':'us-east-1','to':'us-west-2'}");
    String create =
        "{'TableName':'music','Item':{'id':{'S':'a'},'v':{'S':'%s'}},"
            + "'ConditionExpression':'attribute_not_exists(id)'}";
    planet.pull("replication-pause", "{'from':'*','to':'*'}");
    planet.ok(VIRGINIA, "PutItem", create.formatted("1"));
    planet.clock.advance(Duration.ofMillis(1));
    planet.ok(OREGON, "PutItem", create.formatted("2"));
    planet.heal();
    assertThat(planet.get(VIRGINIA, "music", "a")).isEqualTo("2");
    assertThat(planet.call(VIRGINIA, "PutItem", create.formatted("3")).error())
        .startsWith("ConditionalCheckFailedException");
  }

  @Test
  void aTransactionIsOneInItsRegionAndItsWritesArriveOneByOne() {
    planet.everywhere("music");
    planet.pull("replication-pause", "{'from':'*','to':'us-west-2'}");
    planet.ok(
        VIRGINIA,
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'music','Item':{'id':{'S':'a'},'v':{'S':'t'}}}},"
            + "{'Put':{'TableName':'music','Item':{'id':{'S':'b'},'v':{'S':'t'}}}}]}");
    assertThat(planet.all(OHIO, "music")).containsOnlyKeys("a", "b");
    planet.clock.advance(Duration.ofMillis(1));
    planet.put(OREGON, "music", "a", "later");
    planet.heal();
    assertThat(planet.get(OREGON, "music", "a")).isEqualTo("later");
    assertThat(planet.get(OREGON, "music", "b")).isEqualTo("t");
  }

  @Test
  void aRegionThatIsGoneRefusesAndCatchesUpLater() {
    planet.everywhere("music");
    planet.put(OREGON, "music", "lost?", "1");
    planet.pull("region-outage", "{'region':'us-west-2'}");
    assertThat(planet.put(OREGON, "music", "x", "1").status()).isEqualTo(503);
    planet.put(VIRGINIA, "music", "meanwhile", "2");
    assertThat(planet.all(OHIO, "music")).containsOnlyKeys("meanwhile");
    planet.heal();
    assertThat(planet.all(OREGON, "music")).containsOnlyKeys("lost?", "meanwhile");
    assertThat(planet.all(OHIO, "music")).containsOnlyKeys("lost?", "meanwhile");
  }

  @Test
  void anExpiredItemIsDeletedOnceInTheServicesNameAndReplicatedAsADeletion() {
    planet.everywhere("music");
    planet.ok(
        VIRGINIA,
        "UpdateTimeToLive",
        "{'TableName':'music','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    long past = planet.clock.instant().minusSeconds(60).getEpochSecond();
    planet.ok(
        OHIO,
        "PutItem",
        "{'TableName':'music','Item':{'id':{'S':'a'},'ttl':{'N':'" + past + "'}}}");
    planet.get(VIRGINIA, "music", "a");
    planet.get(OREGON, "music", "a");
    planet.scheduler.advance(Duration.ofSeconds(11));
    for (String region : Planet.ALL) {
      assertThat(planet.all(region, "music")).as(region).isEmpty();
      var records = Streamed.records(planet, region, "music");
      assertThat(records).as(region).hasSize(2);
      assertThat(records.get(1).path("eventName").asText()).isEqualTo("REMOVE");
      assertThat(records.get(1).has("userIdentity")).as(region).isEqualTo(region.equals(OHIO));
    }
  }

  @Test
  void everyRegionHasTheWriteInItsStreamOnce() {
    planet.everywhere("music");
    planet.put(OREGON, "music", "a", "1");
    planet.put(VIRGINIA, "music", "b", "1");
    for (String region : Planet.ALL) {
      var records = Streamed.records(planet, region, "music");
      assertThat(records).as(region).hasSize(2);
      assertThat(records.get(0).at("/awsRegion").asText()).isEqualTo(region);
    }
  }

  @Test
  void theSameSeedTakesTheSameTime() {
    int first = millisecondsOnTheWay(7);
    assertThat(first).isBetween(100, 1000);
    assertThat(millisecondsOnTheWay(7)).isEqualTo(first);
    assertThat(millisecondsOnTheWay(8)).isNotEqualTo(first);
  }

  private static int millisecondsOnTheWay(long seed) {
    Shipping shipping = new Shipping(Duration.ofMillis(100), Duration.ofMillis(900), seed);
    try (Planet slow = new Planet(settings -> settings.withShipping(shipping))) {
      slow.everywhere("music");
      slow.clock.advance(Duration.ofSeconds(1));
      slow.put(VIRGINIA, "music", "a", "1");
      int milliseconds = 0;
      while (slow.get(OHIO, "music", "a").isEmpty()) {
        slow.clock.advance(Duration.ofMillis(1));
        milliseconds++;
      }
      return milliseconds;
    }
  }
}
