package dev.assay.engine.replication;

import static dev.assay.engine.replication.Planet.OHIO;
import static dev.assay.engine.replication.Planet.OREGON;
import static dev.assay.engine.replication.Planet.VIRGINIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.disk.DataSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Global tables on disk, after a restart,")
class RestartTest {
  @TempDir Path base;
  private Path folder;
  private Planet planet;
  private int copies;

  @BeforeEach
  void begin() {
    folder = base.resolve("data");
    planet = planet();
  }

  @AfterEach
  void closeAndHaveNoAccidents() {
    planet.close();
    assertThat(planet.accidents).isEmpty();
  }

  private Planet planet() {
    return new Planet(each -> each.withData(DataSettings.in(folder).withSegmentBytes(1 << 20)));
  }

  /** The process ends as it is: what goes on is a copy of its folder, which nobody closed. */
  private void kill() {
    Path copy = base.resolve("copy-" + ++copies);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(path, copy.resolve(folder.relativize(path).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    planet.close();
    folder = copy;
    planet = planet();
  }

  /** The process ends in good order, and leaves a snapshot. */
  private void closeAndStart() {
    planet.close();
    planet = planet();
  }

  private void everywhere(String table, String id, String value) {
    for (String region : Planet.ALL) {
      assertThat(planet.get(region, table, id)).as(region).isEqualTo(value);
    }
  }

  @Test
  void replicateBothWhatWasOnItsWayAndWhatIsWrittenThen() {
    planet.everywhere("music");
    planet.put(VIRGINIA, "music", "before", "1");
    planet.put(OHIO, "music", "gone", "1");
    planet.pull("replication-pause", "{'from':'*','to':'*'}");
    planet.put(OREGON, "music", "way", "2");
    planet.clock.advance(Duration.ofSeconds(1));
    planet.delete(OHIO, "music", "gone");

    kill();
    everywhere("music", "before", "1");
    everywhere("music", "way", "2");
    everywhere("music", "gone", "");
    planet.put(OHIO, "music", "after", "3");
    everywhere("music", "after", "3");

    closeAndStart();
    everywhere("music", "gone", "");
    planet.put(OREGON, "music", "after", "4");
    everywhere("music", "after", "4");
  }

  @Test
  void compareWithTheStampsOfBefore() {
    planet.everywhere("music");
    planet.core.time().skew(VIRGINIA, Duration.ofHours(1));
    planet.put(VIRGINIA, "music", "future", "seen everywhere");
    planet.put(VIRGINIA, "music", "deleted", "1");
    planet.delete(VIRGINIA, "music", "deleted");
    planet.core.time().skew(VIRGINIA, Duration.ZERO);

    for (Runnable restart : List.<Runnable>of(this::kill, this::closeAndStart)) {
      everywhere("music", "future", planet.get(VIRGINIA, "music", "future"));
      restart.run();
      planet.pull("replication-pause", "{'from':'*','to':'*'}");
      planet.put(OREGON, "music", "future", "oregon");
      planet.clock.advance(Duration.ofMillis(1));
      planet.put(OHIO, "music", "future", "ohio");
      planet.put(OHIO, "music", "deleted", "ohio");
      planet.heal();
      everywhere("music", "future", planet.get(OHIO, "music", "future"));
      assertThat(planet.get(VIRGINIA, "music", "future"))
          .as("clocks that are behind do not lose against what their regions have seen")
          .isIn("ohio", "oregon");
      everywhere("music", "deleted", "ohio");
    }
  }

  @Test
  void keepTheStampOfEachWriteOfATransaction() {
    planet.everywhere("music");
    planet.core.time().skew(OHIO, Duration.ofHours(1));
    planet.put(OHIO, "music", "ahead", "old");
    everywhere("music", "ahead", "old");
    planet.pull("replication-pause", "{'from':'us-east-1','to':'*'}");
    planet.ok(
        VIRGINIA,
        "TransactWriteItems",
        "{'TransactItems':["
            + "{'Put':{'TableName':'music','Item':{'id':{'S':'plain'},'v':{'S':'new'}}}},"
            + "{'Put':{'TableName':'music','Item':{'id':{'S':'ahead'},'v':{'S':'new'}}}}]}");

    kill();

    everywhere("music", "plain", "new");
    everywhere("music", "ahead", "new");
  }

  @Test
  void keepTheStampOfAWriteThatStoodBehindOneToAnOrdinaryTable() {
    planet.everywhere("music");
    planet.table(VIRGINIA, "alone");
    planet.put(OHIO, "music", "a", "old");
    planet.pull("replication-pause", "{'from':'us-east-1','to':'*'}");
    planet.clock.advance(Duration.ofSeconds(1));
    planet.ok(
        VIRGINIA,
        "TransactWriteItems",
        "{'TransactItems':["
            + "{'Put':{'TableName':'alone','Item':{'id':{'S':'a'}}}},"
            + "{'Put':{'TableName':'music','Item':{'id':{'S':'a'},'v':{'S':'new'}}}}]}");

    kill();

    everywhere("music", "a", "new");
  }

  @Test
  void thatAreStrongStayStrong() {
    planet.strong("bank");
    planet.put(VIRGINIA, "bank", "a", "1");
    planet.pull("region-outage", "{'region':'us-west-2'}");
    planet.put(OHIO, "bank", "a", "2");
    planet.delete(VIRGINIA, "bank", "b");

    for (Runnable restart : List.<Runnable>of(this::kill, this::closeAndStart)) {
      restart.run();
      for (String region : Planet.ALL) {
        assertThat(planet.strongGet(region, "bank", "a").body().at("/Item/v/S").asText())
            .as(region)
            .isEqualTo("2");
      }
      assertThat(
              planet
                  .call(
                      OREGON,
                      "PutItem",
                      "{'TableName':'bank','Item':{'id':{'S':'a'}},"
                          + "'ConditionExpression':'attribute_not_exists(id)'}")
                  .error())
          .startsWith("ConditionalCheckFailedException");
      assertThat(planet.put(OREGON, "bank", "c", "3").status()).isEqualTo(200);
      assertThat(planet.strongGet(VIRGINIA, "bank", "c").body().at("/Item/v/S").asText())
          .isEqualTo("3");
      planet.pull("mrsc-conflict", "{'region':'us-east-1','table':'bank','writes':1}");
      assertThat(planet.put(VIRGINIA, "bank", "c", "4").error())
          .startsWith("ReplicatedWriteConflictException");
      planet.heal();
      planet.pull("region-outage", "{'region':'us-west-2'}");
      planet.pull("region-outage", "{'region':'us-east-2'}");
      assertThat(planet.put(VIRGINIA, "bank", "a", "5").status()).as("alone").isEqualTo(500);
      planet.heal();
    }
  }

  @Test
  void thatAreStrongHaveInTheirStreamsEveryVersionThatTheyMissed() {
    planet.ok(
        VIRGINIA,
        "CreateTable",
        "{'TableName':'bank','AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
            + "'BillingMode':'PAY_PER_REQUEST','StreamSpecification':"
            + "{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        "{'TableName':'bank','MultiRegionConsistency':'STRONG','ReplicaUpdates':["
            + "{'Create':{'RegionName':'us-east-2'}},{'Create':{'RegionName':'us-west-2'}}]}");
    planet.put(VIRGINIA, "bank", "a", "1");
    List<String> told = new ArrayList<>(List.of("a:  -> 1"));
    // Once from the log alone, and then from a snapshot and the log after it.
    for (Runnable restart : List.<Runnable>of(this::kill, this::closeAndStart, this::kill)) {
      String round = "" + told.size();
      planet.pull("region-outage", "{'region':'us-east-1'}");
      String before = planet.strongGet(OHIO, "bank", "a").body().at("/Item/v/S").asText();
      planet.put(OHIO, "bank", "a", round + "b");
      planet.put(OREGON, "bank", "b", "soon gone");
      planet.put(OREGON, "bank", "a", round + "c");
      planet.delete(OHIO, "bank", "b");
      planet.put(OHIO, "bank", "a", round + "d");
      told.addAll(
          List.of(
              "a: " + before + " -> " + round + "b",
              "b:  -> soon gone",
              "a: " + round + "b -> " + round + "c",
              "b: soon gone -> ",
              "a: " + round + "c -> " + round + "d"));

      restart.run();

      planet.put(OREGON, "bank", "a", round + "e");
      told.add("a: " + round + "d -> " + round + "e");
      assertThat(
              Streamed.records(planet, VIRGINIA, "bank").stream().map(RestartTest::change).toList())
          .containsExactlyElementsOf(told);
      assertThat(planet.get(VIRGINIA, "bank", "a")).isEqualTo(round + "e");
    }
  }

  private static String change(JsonNode record) {
    JsonNode change = record.path("dynamodb");
    return change.at("/Keys/id/S").asText()
        + ": "
        + change.at("/OldImage/v/S").asText()
        + " -> "
        + change.at("/NewImage/v/S").asText();
  }

  @Test
  void areDescribedAsBefore() {
    planet.everywhere("music");
    planet.strong("bank");
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        "{'TableName':'music','ReplicaUpdates':[{'Update':{'RegionName':'us-east-2',"
            + "'TableClassOverride':'STANDARD_INFREQUENT_ACCESS'}}]}");
    planet.ok(OHIO, "UpdateTable", "{'TableName':'music','DeletionProtectionEnabled':true}");
    planet.ok(
        OREGON,
        "TagResource",
        "{'ResourceArn':'"
            + planet.describe(OREGON, "music").path("TableArn").asText()
            + "','Tags':[{'Key':'of','Value':'oregon'}]}");
    List<JsonNode> before = described();

    kill();
    assertThat(described()).isEqualTo(before);
    closeAndStart();
    assertThat(described()).as("from a snapshot").isEqualTo(before);
    assertThat(planet.call(OHIO, "DeleteTable", "{'TableName':'music'}").status()).isEqualTo(400);
  }

  private List<JsonNode> described() {
    return Planet.ALL.stream()
        .flatMap(
            region ->
                Stream.of(
                    planet.describe(region, "music"),
                    planet.describe(region, "bank"),
                    planet.ok(
                        region,
                        "ListTagsOfResource",
                        "{'ResourceArn':'"
                            + planet.describe(region, "music").path("TableArn").asText()
                            + "'}")))
        .toList();
  }

  @Test
  void ofVersion2017HaveTheirMarksInEveryRegion() {
    for (String region : List.of(VIRGINIA, OHIO)) {
      planet.ok(
          region,
          "CreateTable",
          "{'TableName':'old','AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
              + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
              + "'BillingMode':'PAY_PER_REQUEST',"
              + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
    }
    planet.ok(
        VIRGINIA,
        "CreateGlobalTable",
        "{'GlobalTableName':'old','ReplicationGroup':[{'RegionName':'us-east-1'},"
            + "{'RegionName':'us-east-2'}]}");
    planet.put(VIRGINIA, "old", "a", "1");

    kill();

    String marked = planet.all(VIRGINIA, "old").get("a");
    assertThat(marked).contains("aws:rep:updateregion", "us-east-1");
    assertThat(planet.all(OHIO, "old")).containsEntry("a", marked);
  }
}
