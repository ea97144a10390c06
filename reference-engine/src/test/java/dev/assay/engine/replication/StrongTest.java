package dev.assay.engine.replication;

import static dev.assay.engine.replication.Planet.OHIO;
import static dev.assay.engine.replication.Planet.OREGON;
import static dev.assay.engine.replication.Planet.VIRGINIA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strong replication: two of three regions hold every acknowledged write. */
class StrongTest {
  private final Planet planet = new Planet();

  @AfterEach
  void closeAndHaveNoAccidents() {
    planet.close();
    assertThat(planet.accidents).isEmpty();
  }

  private String strong(String region, String id) {
    Planet.Reply reply = planet.strongGet(region, "bank", id);
    return reply.status() == 200 ? reply.body().at("/Item/v/S").asText() : reply.error();
  }

  @Test
  void aStrongReadAnywhereSeesTheLastWrite() {
    planet.strong("bank");
    int n = 0;
    for (String writer : Planet.ALL) {
      String value = "v" + n++;
      assertThat(planet.put(writer, "bank", "a", value).status()).isEqualTo(200);
      for (String reader : Planet.ALL) {
        assertThat(strong(reader, "a")).isEqualTo(value);
      }
    }
    assertThat(planet.describe(OHIO, "bank").path("MultiRegionConsistency").asText())
        .isEqualTo("STRONG");
  }

  @Test
  void aConditionAlwaysSeesTheLastWrite() {
    planet.strong("bank");
    planet.put(VIRGINIA, "bank", "a", "1");
    assertThat(
            planet
                .call(
                    OREGON,
                    "PutItem",
                    "{'TableName':'bank','Item':{'id':{'S':'a'}},"
                        + "'ConditionExpression':'attribute_not_exists(id)'}")
                .error())
        .startsWith("ConditionalCheckFailedException");
  }

  @Test
  void withOneRegionGoneTheOtherTwoGoOnAndItCatchesUpBeforeItServes() {
    planet.strong("bank");
    planet.put(OREGON, "bank", "a", "1");
    planet.pull("region-outage", "{'region':'us-west-2'}");
    assertThat(planet.put(VIRGINIA, "bank", "a", "2").status()).isEqualTo(200);
    assertThat(strong(OHIO, "a")).isEqualTo("2");
    assertThat(planet.put(OHIO, "bank", "b", "3").status()).isEqualTo(200);
    planet.heal();
    assertThat(strong(OREGON, "a")).isEqualTo("2");
    assertThat(strong(OREGON, "b")).isEqualTo("3");
  }

  @Test
  void withTwoRegionsGoneWritesAndStrongReadsFailAndEventualOnesGoOn() {
    planet.strong("bank");
    planet.put(OREGON, "bank", "a", "1");
    planet.pull("region-outage", "{'region':'us-west-2'}");
    planet.pull("region-outage", "{'region':'us-east-2'}");
    assertThat(planet.put(VIRGINIA, "bank", "a", "2").status()).isEqualTo(500);
    assertThat(planet.strongGet(VIRGINIA, "bank", "a").status()).isEqualTo(500);
    assertThat(planet.get(VIRGINIA, "bank", "a")).isEqualTo("1");
    planet.heal();
    assertThat(planet.put(VIRGINIA, "bank", "a", "3").status()).isEqualTo(200);
    assertThat(strong(OREGON, "a")).isEqualTo("3");
  }

  @Test
  void aRegionThatIsCutOffFromBothReadsStaleAndOnlyEventually() {
    planet.strong("bank");
    planet.put(OREGON, "bank", "a", "1");
    planet.pull("region-partition", "{'from':'us-west-2','to':'*'}");
    assertThat(planet.put(VIRGINIA, "bank", "a", "2").status()).isEqualTo(200);
    assertThat(planet.get(OREGON, "bank", "a")).isEqualTo("1");
    assertThat(planet.strongGet(OREGON, "bank", "a").status()).isEqualTo(500);
    planet.heal();
    assertThat(planet.get(OREGON, "bank", "a")).isEqualTo("2");
  }

  @Test
  void aRegionThatIsCutOffFromOneOnlyLearnsByTheOther() {
    planet.strong("bank");
    planet.pull("region-partition", "{'from':'us-west-2','to':'us-east-1'}");
    planet.put(VIRGINIA, "bank", "a", "1");
    assertThat(strong(OREGON, "a")).isEqualTo("1");
    assertThat(planet.put(OREGON, "bank", "a", "2").status()).isEqualTo(200);
    assertThat(strong(VIRGINIA, "a")).isEqualTo("2");
  }

  @Test
  void aWitnessMakesTwoOfThreeAndServesNobody() {
    planet.table(VIRGINIA, "bank");
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        "{'TableName':'bank','MultiRegionConsistency':'STRONG',"
            + "'ReplicaUpdates':[{'Create':{'RegionName':'us-east-2'}}],"
            + "'GlobalTableWitnessUpdates':[{'Create':{'RegionName':'us-west-2'}}]}");
    assertThat(planet.put(OREGON, "bank", "a", "1").error())
        .startsWith("ResourceNotFoundException");
    planet.pull("region-outage", "{'region':'us-east-2'}");
    assertThat(planet.put(VIRGINIA, "bank", "a", "1").status()).isEqualTo(200);
    planet.heal();
    assertThat(strong(OHIO, "a")).isEqualTo("1");
    assertThat(planet.describe(OHIO, "bank").at("/GlobalTableWitnesses/0/RegionName").asText())
        .isEqualTo("us-west-2");
  }

  @Test
  void aCollisionIsTheCallersToRetry() {
    planet.strong("bank");
    planet.pull("mrsc-conflict", "{'region':'us-east-1','table':'bank','writes':1}");
    assertThat(planet.put(VIRGINIA, "bank", "a", "1").error())
        .startsWith("ReplicatedWriteConflictException: The request was rejected because");
    assertThat(planet.put(VIRGINIA, "bank", "a", "1").status()).isEqualTo(200);
  }

  @Test
  void transactionsAndTimeToLiveAreRefused() {
    planet.strong("bank");
    assertThat(
            planet
                .call(
                    VIRGINIA,
                    "TransactWriteItems",
                    "{'TransactItems':[{'Put':{'TableName':'bank','Item':{'id':{'S':'a'}}}}]}")
                .error())
        .startsWith("ValidationException");
    assertThat(
            planet
                .call(
                    VIRGINIA,
                    "UpdateTimeToLive",
                    "{'TableName':'bank','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}")
                .error())
        .startsWith("ValidationException");
    assertThat(
            planet
                .call(
                    VIRGINIA,
                    "ExecuteTransaction",
                    "{'TransactStatements':[{'Statement':\\\"INSERT INTO bank VALUE {'id':'z'}\\\"}]}"
                        .replace("\\\"", "'"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void itIsMadeOfAnEmptyTableAndEndsAsOne() {
    planet.table(VIRGINIA, "bank");
    planet.put(VIRGINIA, "bank", "a", "1");
    String make =
        "{'TableName':'bank','MultiRegionConsistency':'STRONG','ReplicaUpdates':["
            + "{'Create':{'RegionName':'us-east-2'}},{'Create':{'RegionName':'us-west-2'}}]}";
    assertThat(planet.call(VIRGINIA, "UpdateTable", make).error())
        .startsWith("ValidationException");
    planet.delete(VIRGINIA, "bank", "a");
    planet.ok(VIRGINIA, "UpdateTable", make);
    assertThat(planet.call(VIRGINIA, "DeleteTable", "{'TableName':'bank'}").error())
        .startsWith("ValidationException");
    planet.ok(
        OHIO,
        "UpdateTable",
        "{'TableName':'bank','ReplicaUpdates':[{'Delete':{'RegionName':'us-east-1'}},"
            + "{'Delete':{'RegionName':'us-west-2'}}]}");
    assertThat(planet.describe(OHIO, "bank").has("Replicas")).isFalse();
    assertThat(planet.put(OHIO, "bank", "a", "1").status()).isEqualTo(200);
    assertThat(planet.call(OREGON, "DescribeTable", "{'TableName':'bank'}").error())
        .startsWith("ResourceNotFoundException");
  }
}
