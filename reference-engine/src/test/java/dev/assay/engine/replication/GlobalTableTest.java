package dev.assay.engine.replication;

import static dev.assay.engine.replication.Planet.OHIO;
import static dev.assay.engine.replication.Planet.OREGON;
import static dev.assay.engine.replication.Planet.VIRGINIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How global tables are made, described, changed together and taken apart. */
class GlobalTableTest {
  private final Planet planet = new Planet();

  @AfterEach
  void closeAndHaveNoAccidents() {
    planet.close();
    assertThat(planet.accidents).isEmpty();
  }

  private String refused(String region, String operation, String body) {
    return planet.call(region, operation, body).error();
  }

  private static String update(String name, String replicaUpdate) {
    return "{'TableName':'" + name + "','ReplicaUpdates':[" + replicaUpdate + "]}";
  }

  private static String create(String region) {
    return "{'Create':{'RegionName':'" + region + "'}}";
  }

  private static String deletion(String region) {
    return "{'Delete':{'RegionName':'" + region + "'}}";
  }

  @Test
  void eachReplicaDescribesTheOthers() {
    planet.everywhere("music");
    var ohio = planet.describe(OHIO, "music");
    assertThat(ohio.path("GlobalTableVersion").asText()).isEqualTo("2019.11.21");
    assertThat(ohio.path("MultiRegionConsistency").asText()).isEqualTo("EVENTUAL");
    assertThat(ohio.path("Replicas").findValuesAsText("RegionName"))
        .containsExactlyInAnyOrder(VIRGINIA, OREGON);
    assertThat(ohio.path("Replicas").findValuesAsText("ReplicaStatus")).containsOnly("ACTIVE");
    assertThat(ohio.at("/StreamSpecification/StreamViewType").asText())
        .isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(ohio.path("TableArn").asText()).contains(OHIO);
  }

  @Test
  void passingStatesShowInEveryRegion() {
    try (Planet slow =
        new Planet(
            settings ->
                settings.withTransitions(
                    TableTransitions.IMMEDIATE
                        .withCreating(Duration.ofSeconds(5))
                        .withUpdating(Duration.ofSeconds(2))
                        .withDeleting(Duration.ofSeconds(3))
                        .withSourceReplicaPause(Duration.ofHours(24))))) {
      slow.table(VIRGINIA, "music");
      slow.clock.advance(Duration.ofSeconds(5));
      slow.replica(VIRGINIA, "music", OHIO);
      assertThat(slow.describe(VIRGINIA, "music").at("/Replicas/0/ReplicaStatus").asText())
          .isEqualTo("CREATING");
      assertThat(slow.describe(VIRGINIA, "music").path("TableStatus").asText())
          .isEqualTo("UPDATING");
      slow.clock.advance(Duration.ofSeconds(5));
      assertThat(slow.describe(VIRGINIA, "music").at("/Replicas/0/ReplicaStatus").asText())
          .isEqualTo("ACTIVE");
      assertThat(slow.call(VIRGINIA, "DeleteTable", "{'TableName':'music'}").error())
          .isEqualTo(
              "ValidationException: Replica cannot be deleted because it has acted as a source"
                  + " region for new replica(s) being added to the table in the last 24 hours.");
      slow.ok(VIRGINIA, "UpdateTable", update("music", deletion(OHIO)));
      assertThat(slow.describe(VIRGINIA, "music").at("/Replicas/0/ReplicaStatus").asText())
          .isEqualTo("DELETING");
      slow.clock.advance(Duration.ofSeconds(3));
      assertThat(slow.describe(VIRGINIA, "music").has("GlobalTableVersion")).isFalse();
      slow.ok(VIRGINIA, "DeleteTable", "{'TableName':'music'}");
    }
  }

  @Test
  void replicasThatCannotBeAreRefusedInTheServicesWords() {
    planet.everywhere("music");
    planet.table(VIRGINIA, "other");
    planet.table(OHIO, "other");
    assertThat(refused(VIRGINIA, "UpdateTable", update("music", create(VIRGINIA))))
        .isEqualTo(
            "ValidationException: Cannot add, delete, or update the local region through"
                + " ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.");
    assertThat(refused(VIRGINIA, "UpdateTable", update("other", create(OHIO))))
        .isEqualTo(
            "ValidationException: Failed to create a the new replica of table with name: 'other'"
                + " because one or more replicas already existed as tables.");
    assertThat(refused(VIRGINIA, "UpdateTable", update("other", deletion(OREGON))))
        .isEqualTo(
            "ValidationException: Replica specified in the Replica Update or Replica Delete action"
                + " of the request was not found.");
    assertThat(
            refused(
                OHIO,
                "UpdateTable",
                "{'TableName':'music','StreamSpecification':{'StreamEnabled':false}}"))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: Disabling Stream is"
                + " not allowed for a Global Table replica.");
  }

  @Test
  void aProvisionedTableNeedsAutoScalingFirst() {
    planet.ok(
        VIRGINIA,
        "CreateTable",
        "{'TableName':'music','AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}");
    assertThat(refused(VIRGINIA, "UpdateTable", update("music", create(OHIO))))
        .isEqualTo(
            "ValidationException: Table write capacity should either be Pay-Per-Request or"
                + " AutoScaled.");
  }

  @Test
  void settingsAreSharedButForThoseThatAreEachReplicasOwn() {
    planet.everywhere("music");
    planet.ok(
        OHIO,
        "UpdateTable",
        "{'TableName':'music','AttributeDefinitions':[{'AttributeName':'v','AttributeType':'S'}],"
            + "'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'by-v','KeySchema':"
            + "[{'AttributeName':'v','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}}]}");
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        "{'TableName':'music','OnDemandThroughput':{'MaxWriteRequestUnits':7},"
            + "'DeletionProtectionEnabled':true}");
    planet.ok(
        VIRGINIA,
        "UpdateTimeToLive",
        "{'TableName':'music','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}");
    planet.put(VIRGINIA, "music", "a", "x");
    for (String region : Planet.ALL) {
      var table = planet.describe(region, "music");
      assertThat(table.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("by-v");
      assertThat(table.at("/OnDemandThroughput/MaxWriteRequestUnits").asInt()).isEqualTo(7);
      assertThat(table.path("DeletionProtectionEnabled").asBoolean())
          .isEqualTo(region.equals(VIRGINIA));
      assertThat(
              planet
                  .ok(region, "DescribeTimeToLive", "{'TableName':'music'}")
                  .at("/TimeToLiveDescription/AttributeName")
                  .asText())
          .isEqualTo("t");
      assertThat(
              planet
                  .ok(
                      region,
                      "Query",
                      "{'TableName':'music','IndexName':'by-v','KeyConditionExpression':'v = :v',"
                          + "'ExpressionAttributeValues':{':v':{'S':'x'}}}")
                  .path("Count")
                  .asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void overridesBelongToOneReplica() {
    planet.table(VIRGINIA, "music");
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        update(
            "music",
            "{'Create':{'RegionName':'us-east-2','TableClassOverride':'STANDARD_INFREQUENT_ACCESS',"
                + "'OnDemandThroughputOverride':{'MaxReadRequestUnits':9}}}"));
    assertThat(planet.describe(OHIO, "music").at("/TableClassSummary/TableClass").asText())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
    assertThat(
            planet
                .describe(VIRGINIA, "music")
                .at("/Replicas/0/OnDemandThroughputOverride/MaxReadRequestUnits")
                .asInt())
        .isEqualTo(9);
    assertThat(planet.describe(VIRGINIA, "music").has("OnDemandThroughput")).isFalse();
    planet.ok(
        VIRGINIA,
        "UpdateTable",
        update(
            "music",
            "{'Update':{'RegionName':'us-east-2','OnDemandThroughputOverride':"
                + "{'MaxReadRequestUnits':11}}}"));
    assertThat(planet.describe(OHIO, "music").at("/OnDemandThroughput/MaxReadRequestUnits").asInt())
        .isEqualTo(11);
  }

  @Test
  void aReplicaThatIsDeletedLeavesTheOthersAlone() {
    planet.everywhere("music");
    planet.put(VIRGINIA, "music", "a", "1");
    planet.ok(OREGON, "DeleteTable", "{'TableName':'music'}");
    assertThat(planet.describe(VIRGINIA, "music").path("Replicas").findValuesAsText("RegionName"))
        .containsExactly(OHIO);
    planet.put(VIRGINIA, "music", "b", "1");
    assertThat(planet.all(OHIO, "music")).containsOnlyKeys("a", "b");
    planet.replica(OHIO, "music", OREGON);
    assertThat(planet.all(OREGON, "music")).containsOnlyKeys("a", "b");
    planet.put(OREGON, "music", "c", "1");
    assertThat(planet.all(VIRGINIA, "music")).containsOnlyKeys("a", "b", "c");
  }

  private void legacyTable(String region, String name) {
    planet.table(region, name);
    planet.ok(
        region,
        "UpdateTable",
        "{'TableName':'"
            + name
            + "','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
  }

  @Test
  void aLegacyGlobalTableIsMadeOfTablesAndMarksItsItems() {
    String make =
        "{'GlobalTableName':'old','ReplicationGroup':[{'RegionName':'us-east-1'},{'RegionName':'us-east-2'}]}";
    legacyTable(VIRGINIA, "old");
    assertThat(refused(VIRGINIA, "CreateGlobalTable", make))
        .isEqualTo(
            "TableNotFoundException: Table not found: Table: 'old' not found in region:"
                + " 'us-east-2'.");
    legacyTable(OHIO, "old");
    var made = planet.ok(VIRGINIA, "CreateGlobalTable", make).path("GlobalTableDescription");
    assertThat(made.path("GlobalTableArn").asText())
        .isEqualTo("arn:aws:dynamodb::000000000000:global-table/old");
    assertThat(made.path("ReplicationGroup").findValuesAsText("RegionName"))
        .containsExactly(VIRGINIA, OHIO);
    assertThat(refused(VIRGINIA, "CreateGlobalTable", make))
        .startsWith("GlobalTableAlreadyExistsException");
    planet.put(VIRGINIA, "old", "a", "1");
    for (String region : new String[] {VIRGINIA, OHIO}) {
      assertThat(planet.all(region, "old").get("a"))
          .as(region)
          .contains("\"aws:rep:updateregion\":{\"S\":\"us-east-1\"}")
          .contains("\"aws:rep:deleting\":{\"BOOL\":false}")
          .contains("aws:rep:updatetime");
    }
    planet.delete(OHIO, "old", "a");
    assertThat(planet.all(VIRGINIA, "old")).isEmpty();
  }

  @Test
  void aLegacyGlobalTableIsListedChangedAndTakenApart() {
    for (String region : Planet.ALL) {
      legacyTable(region, "old");
    }
    planet.ok(
        VIRGINIA,
        "CreateGlobalTable",
        "{'GlobalTableName':'old','ReplicationGroup':[{'RegionName':'us-east-1'},{'RegionName':'us-east-2'}]}");
    assertThat(
            refused(
                VIRGINIA,
                "UpdateGlobalTable",
                "{'GlobalTableName':'old','ReplicaUpdates':[" + create(OHIO) + "]}"))
        .startsWith("ReplicaAlreadyExistsException");
    assertThat(
            refused(
                VIRGINIA,
                "UpdateGlobalTable",
                "{'GlobalTableName':'old','ReplicaUpdates':[" + deletion(OREGON) + "]}"))
        .startsWith("ReplicaNotFoundException");
    planet.ok(
        VIRGINIA,
        "UpdateGlobalTable",
        "{'GlobalTableName':'old','ReplicaUpdates':["
            + create(OREGON)
            + ","
            + deletion(OHIO)
            + "]}");
    assertThat(
            planet
                .ok(OREGON, "ListGlobalTables", "{'RegionName':'us-west-2'}")
                .at("/GlobalTables/0/ReplicationGroup")
                .findValuesAsText("RegionName"))
        .containsExactly(VIRGINIA, OREGON);
    planet.put(VIRGINIA, "old", "a", "1");
    assertThat(planet.all(OREGON, "old")).hasSize(1);
    assertThat(planet.all(OHIO, "old")).isEmpty();
    planet.ok(
        VIRGINIA,
        "UpdateGlobalTableSettings",
        "{'GlobalTableName':'old','GlobalTableBillingMode':'PROVISIONED',"
            + "'GlobalTableProvisionedWriteCapacityUnits':6,'ReplicaSettingsUpdate':"
            + "[{'RegionName':'us-west-2','ReplicaProvisionedReadCapacityUnits':8}]}");
    var settings = planet.ok(OREGON, "DescribeGlobalTableSettings", "{'GlobalTableName':'old'}");
    assertThat(settings.at("/ReplicaSettings/1/ReplicaProvisionedReadCapacityUnits").asInt())
        .isEqualTo(8);
    assertThat(settings.at("/ReplicaSettings/0/ReplicaProvisionedWriteCapacityUnits").asInt())
        .isEqualTo(6);
    assertThat(
            refused(
                VIRGINIA,
                "UpdateGlobalTableSettings",
                "{'GlobalTableName':'old','GlobalTableGlobalSecondaryIndexSettingsUpdate':"
                    + "[{'IndexName':'none','ProvisionedWriteCapacityUnits':1}]}"))
        .startsWith("IndexNotFoundException");
    assertThat(refused(VIRGINIA, "DescribeGlobalTable", "{'GlobalTableName':'none'}"))
        .startsWith("GlobalTableNotFoundException");
  }
}
