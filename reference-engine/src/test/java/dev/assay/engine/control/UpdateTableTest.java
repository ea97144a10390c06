package dev.assay.engine.control;

import static dev.assay.engine.control.TableBody.attributes;
import static dev.assay.engine.control.TableBody.globalIndex;
import static dev.assay.engine.control.TableBody.key;
import static dev.assay.engine.control.TableBody.localIndex;
import static dev.assay.engine.control.TableBody.onDemand;
import static dev.assay.engine.control.TableBody.provisioned;
import static dev.assay.engine.control.TableBody.update;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpdateTableTest {
  private static final String INVALID =
      "ValidationException: One or more parameter values were invalid: ";
  private static final String ON_DEMAND_INDEX =
      globalIndex("gsi", key("b")).replace(",'ProvisionedThroughput':" + TableBody.ONE_UNIT, "");

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture engine =
      EngineFixture.start(EngineSettings.defaults().withClock(clock));

  @AfterEach
  void stop() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  private String refusal(TableBody update) {
    return engine.call("UpdateTable", update.toString()).error();
  }

  private JsonNode updated(TableBody update) {
    return engine.ok("UpdateTable", update.toString()).at("/TableDescription");
  }

  private JsonNode describe() {
    return engine.ok("DescribeTable", "{'TableName':'songs'}").at("/Table");
  }

  private static String units(int read, int write) {
    return "{'ReadCapacityUnits':%d,'WriteCapacityUnits':%d}".formatted(read, write);
  }

  private static String create(String index) {
    return "[{'Create':" + index + "}]";
  }

  private static String delete(String index) {
    return "[{'Delete':{'IndexName':'" + index + "'}}]";
  }

  @Test
  void aTableThatIsNotThereIsNotFound() {
    assertThat(refusal(update().with("DeletionProtectionEnabled", "true")))
        .isEqualTo(
            "ResourceNotFoundException: Requested resource not found: Table: songs not found");
  }

  @Test
  void anUpdateMustChangeSomething() {
    assertThat(refusal(update().with("AttributeDefinitions", attributes("a"))))
        .isEqualTo(
            "ValidationException: At least one of ProvisionedThroughput, BillingMode,"
                + " UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or"
                + " ReplicaUpdates is required");
  }

  @Nested
  class Capacity {
    @Test
    void newUnitsShowWhenTheUpdateIsCompleteAndItsTimeAtOnce() {
      engine.ok("CreateTable", provisioned().toString());
      JsonNode during = updated(update().with("ProvisionedThroughput", units(3, 1)));
      assertThat(during.at("/TableStatus").asText()).isEqualTo("UPDATING");
      assertThat(during.at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(1);
      assertThat(during.at("/ProvisionedThroughput/LastIncreaseDateTime").isNumber()).isTrue();
      JsonNode after = describe();
      assertThat(after.at("/TableStatus").asText()).isEqualTo("ACTIVE");
      assertThat(after.at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(3);
      assertThat(after.at("/ProvisionedThroughput").has("LastDecreaseDateTime")).isFalse();
    }

    @Test
    void theSameUnitsAreRefused() {
      engine.ok("CreateTable", provisioned().toString());
      assertThat(refusal(update().with("ProvisionedThroughput", units(1, 1))))
          .isEqualTo(
              "ValidationException: The provisioned throughput for the table will not change. The"
                  + " requested value equals the current value. Current ReadCapacityUnits"
                  + " provisioned for the table: 1. Requested ReadCapacityUnits: 1. Current"
                  + " WriteCapacityUnits provisioned for the table: 1. Requested"
                  + " WriteCapacityUnits: 1. Refer to the Amazon DynamoDB Developer Guide for"
                  + " current limits and how to request higher limits.");
    }

    @Test
    void fourDecreasesADayAreFreeAndThenOneAnHour() {
      engine.ok("CreateTable", provisioned().with("ProvisionedThroughput", units(9, 9)).toString());
      for (int read = 8; read >= 5; read--) {
        updated(update().with("ProvisionedThroughput", units(read, 9)));
      }
      assertThat(describe().at("/ProvisionedThroughput/NumberOfDecreasesToday").asInt())
          .isEqualTo(4);
      TableBody fifth = update().with("ProvisionedThroughput", units(4, 9));
      assertThat(refusal(fifth))
          .isEqualTo(
              "LimitExceededException: Subscriber limit exceeded: Provisioned throughput decreases"
                  + " are limited within a given UTC day. After the first 4 decreases, each"
                  + " subsequent decrease in the same UTC day can be performed at most once every"
                  + " 3600 seconds. Number of decreases today: 4. Last decrease at Thursday,"
                  + " October 1, 2026 12:00:00 PM UTC. Next decrease can be made at Thursday,"
                  + " October 1, 2026 1:00:00 PM UTC");
      clock.advance(Duration.ofHours(1));
      updated(fifth);
      clock.advance(Duration.ofHours(11));
      assertThat(describe().at("/ProvisionedThroughput/NumberOfDecreasesToday").asInt()).isZero();
    }

    @Test
    void aTableGoesOnDemandAndBack() {
      engine.ok(
          "CreateTable",
          provisioned()
              .with("AttributeDefinitions", attributes("a", "b"))
              .with("GlobalSecondaryIndexes", "[" + globalIndex("gsi", key("b")) + "]")
              .toString());
      JsonNode during = updated(update().with("BillingMode", "'PAY_PER_REQUEST'"));
      assertThat(during.at("/ProvisionedThroughput/ReadCapacityUnits").asInt(-1)).isZero();
      assertThat(describe().at("/BillingModeSummary/LastUpdateToPayPerRequestDateTime").asLong())
          .isEqualTo(clock.instant().getEpochSecond());
      assertThat(updated(update().with("BillingMode", "'PAY_PER_REQUEST'")).at("/TableStatus"))
          .hasToString("\"ACTIVE\"");
      assertThat(refusal(update().with("ProvisionedThroughput", units(1, 1))))
          .isEqualTo(
              INVALID
                  + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                  + " BillingMode is PAY_PER_REQUEST");
      assertThat(refusal(update().with("BillingMode", "'PROVISIONED'")))
          .isEqualTo(
              INVALID + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
      TableBody back =
          update().with("BillingMode", "'PROVISIONED'").with("ProvisionedThroughput", units(7, 7));
      assertThat(refusal(back))
          .isEqualTo(INVALID + "ProvisionedThroughput must be specified for index: gsi");
      updated(
          back.with(
              "GlobalSecondaryIndexUpdates",
              "[{'Update':{'IndexName':'gsi','ProvisionedThroughput':" + units(2, 2) + "}}]"));
      JsonNode table = describe();
      assertThat(table.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PROVISIONED");
      assertThat(table.at("/ProvisionedThroughput/WriteCapacityUnits").asInt()).isEqualTo(7);
      assertThat(
              table
                  .at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/WriteCapacityUnits")
                  .asInt())
          .isEqualTo(2);
    }

    @Test
    void ceilingsAreMergedAndRemovedWithMinusOneAndGoWithTheBillingMode() {
      engine.ok(
          "CreateTable",
          onDemand()
              .with("OnDemandThroughput", "{'MaxReadRequestUnits':20,'MaxWriteRequestUnits':15}")
              .toString());
      updated(update().with("OnDemandThroughput", "{'MaxReadRequestUnits':40}"));
      assertThat(describe().at("/OnDemandThroughput").toString())
          .isEqualTo("{\"MaxReadRequestUnits\":40,\"MaxWriteRequestUnits\":15}");
      JsonNode during = updated(update().with("OnDemandThroughput", "{'MaxReadRequestUnits':-1}"));
      assertThat(during.at("/OnDemandThroughput").toString())
          .isEqualTo("{\"MaxReadRequestUnits\":-1,\"MaxWriteRequestUnits\":15}");
      assertThat(describe().at("/OnDemandThroughput").toString())
          .isEqualTo("{\"MaxWriteRequestUnits\":15}");
      updated(
          update().with("BillingMode", "'PROVISIONED'").with("ProvisionedThroughput", units(1, 1)));
      assertThat(describe().has("OnDemandThroughput")).isFalse();
      assertThat(refusal(update().with("OnDemandThroughput", "{'MaxReadRequestUnits':5}")))
          .isEqualTo(
              INVALID
                  + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table"
                  + " BillingMode is PROVISIONED");
    }
  }

  @Nested
  class Settings {
    @Test
    void aProtectedTableCannotBeDeleted() {
      engine.ok("CreateTable", provisioned().with("DeletionProtectionEnabled", "true").toString());
      assertThat(engine.call("DeleteTable", "{'TableName':'songs'}").error())
          .isEqualTo(
              "ValidationException: Resource cannot be deleted as it is currently protected against"
                  + " deletion. Disable deletion protection first.");
      updated(update().with("DeletionProtectionEnabled", "false"));
      engine.ok("DeleteTable", "{'TableName':'songs'}");
    }

    @Test
    void aStreamIsEnabledOnceAndKeepsItsArnWhenItIsDisabled() {
      engine.ok("CreateTable", onDemand().toString());
      TableBody disable = update().with("StreamSpecification", "{'StreamEnabled':false}");
      TableBody enable =
          update()
              .with("StreamSpecification", "{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}");
      assertThat(refusal(disable))
          .isEqualTo("ValidationException: Table has no stream to disable: TableName: songs");
      updated(enable);
      assertThat(refusal(enable))
          .isEqualTo("ValidationException: Table already has an enabled stream: TableName: songs");
      String arn = describe().at("/LatestStreamArn").asText();
      updated(disable);
      assertThat(describe().has("StreamSpecification")).isFalse();
      assertThat(describe().at("/LatestStreamArn").asText()).isEqualTo(arn);
    }

    @Test
    void theTableClassIsShownWithTheTimeOfItsChange() {
      engine.ok("CreateTable", onDemand().toString());
      assertThat(describe().has("TableClassSummary")).isFalse();
      updated(update().with("TableClass", "'STANDARD_INFREQUENT_ACCESS'"));
      assertThat(describe().at("/TableClassSummary/TableClass").asText())
          .isEqualTo("STANDARD_INFREQUENT_ACCESS");
      assertThat(describe().at("/TableClassSummary/LastUpdateDateTime").asLong())
          .isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void warmThroughputOnlyRises() {
      engine.ok("CreateTable", onDemand().toString());
      updated(update().with("WarmThroughput", "{'ReadUnitsPerSecond':13000}"));
      assertThat(describe().at("/WarmThroughput/ReadUnitsPerSecond").asInt()).isEqualTo(13_000);
      assertThat(describe().at("/WarmThroughput/Status").asText()).isEqualTo("ACTIVE");
      assertThat(refusal(update().with("WarmThroughput", "{'ReadUnitsPerSecond':12000}")))
          .startsWith(INVALID);
    }
  }

  @Nested
  class Indexes {
    @Test
    void definitionsAreADeltaThatKeepsStoredTypesAndDropsWhatIsUnused() {
      engine.ok("CreateTable", onDemand().toString());
      updated(
          update()
              .with("AttributeDefinitions", attributes("a:N", "b", "unused"))
              .with(
                  "GlobalSecondaryIndexUpdates",
                  create(ON_DEMAND_INDEX.replace(key("b"), key("b", "a")))));
      assertThat(describe().at("/AttributeDefinitions").toString().replace('"', '\''))
          .isEqualTo(attributes("a", "b").replace(", ", ","));
      updated(update().with("GlobalSecondaryIndexUpdates", delete("gsi")));
      assertThat(describe().at("/AttributeDefinitions").toString().replace('"', '\''))
          .isEqualTo(attributes("a"));
      assertThat(describe().has("GlobalSecondaryIndexes")).isFalse();
    }

    @Test
    void aNewIndexesKeysMustBeDefinedInTheRequestItself() {
      engine.ok("CreateTable", onDemand().toString());
      String byTableKey = create(ON_DEMAND_INDEX.replace(key("b"), key("a")));
      assertThat(refusal(update().with("GlobalSecondaryIndexUpdates", byTableKey)))
          .isEqualTo(
              "ValidationException: Invalid KeySchema: Some index key attribute have no"
                  + " definition");
      assertThat(
              refusal(
                  update()
                      .with("AttributeDefinitions", attributes("c"))
                      .with("GlobalSecondaryIndexUpdates", byTableKey)))
          .isEqualTo(
              INVALID
                  + "Some index key attributes are not defined in AttributeDefinitions. Keys: [a],"
                  + " AttributeDefinitions: [c]");
    }

    @Test
    void anIndexThatIsAddedHoldsTheItemsThatWereThereAndThoseThatCome() {
      engine.ok("CreateTable", onDemand().toString());
      engine.ok("PutItem", "{'TableName':'songs','Item':{'a':{'S':'1'},'b':{'S':'x'}}}");
      engine.ok("PutItem", "{'TableName':'songs','Item':{'a':{'S':'2'},'b':{'N':'5'}}}");
      engine.ok("PutItem", "{'TableName':'songs','Item':{'a':{'S':'3'}}}");
      updated(
          update()
              .with("AttributeDefinitions", attributes("b"))
              .with("GlobalSecondaryIndexUpdates", create(ON_DEMAND_INDEX)));
      engine.ok("PutItem", "{'TableName':'songs','Item':{'a':{'S':'4'},'b':{'S':'x'}}}");
      JsonNode found =
          engine.ok(
              "Query",
              "{'TableName':'songs','IndexName':'gsi','KeyConditionExpression':'b = :b',"
                  + "'ExpressionAttributeValues':{':b':{'S':'x'}}}");
      assertThat(found.at("/Items").findValuesAsText("S")).contains("1", "4");
      assertThat(found.at("/Count").asInt()).isEqualTo(2);
      JsonNode table = describe();
      assertThat(table.at("/ItemCount").asInt()).isEqualTo(4);
      assertThat(table.at("/TableSizeBytes").asInt()).isEqualTo(2 + 2 + 2 + 3 + 2 + 2 + 2);
      assertThat(table.at("/GlobalSecondaryIndexes/0/ItemCount").asInt()).isEqualTo(2);
      assertThat(table.at("/GlobalSecondaryIndexes/0/IndexSizeBytes").asInt()).isEqualTo(8);
    }

    @Test
    void changesOfIndexesThatCannotBeAreRefused() {
      engine.ok(
          "CreateTable",
          onDemand()
              .with("AttributeDefinitions", attributes("a", "b"))
              .with("KeySchema", key("a", "b"))
              .with("LocalSecondaryIndexes", "[" + localIndex("lsi", key("a", "b")) + "]")
              .toString());
      assertThat(refusal(update().with("GlobalSecondaryIndexUpdates", "[]")))
          .isEqualTo(INVALID + "List of GlobalSecondaryIndexUpdates is empty");
      assertThat(refusal(update().with("GlobalSecondaryIndexUpdates", "[{}]")))
          .isEqualTo(
              INVALID
                  + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                  + " GlobalSecondaryIndexUpdate.Delete must not be null");
      assertThat(refusal(update().with("GlobalSecondaryIndexUpdates", delete("gsi"))))
          .isEqualTo("ResourceNotFoundException: Requested resource not found");
      assertThat(
              refusal(
                  update()
                      .with("AttributeDefinitions", attributes("b"))
                      .with(
                          "GlobalSecondaryIndexUpdates",
                          create(ON_DEMAND_INDEX.replace("gsi", "lsi")))))
          .isEqualTo("ValidationException: Attempting to create an index which already exists");
      assertThat(
              refusal(
                  update()
                      .with("AttributeDefinitions", attributes("b"))
                      .with(
                          "GlobalSecondaryIndexUpdates",
                          "[{'Create':"
                              + ON_DEMAND_INDEX
                              + "},{'Create':"
                              + ON_DEMAND_INDEX.replace("gsi", "other")
                              + "}]")))
          .isEqualTo(
              "LimitExceededException: Subscriber limit exceeded: Only 1 online index can be"
                  + " created or deleted simultaneously per table");
    }
  }

  @Nested
  class IndexesOverTime {
    private final EngineFixture slow =
        EngineFixture.start(
            EngineSettings.defaults()
                .withClock(clock)
                .withTransitions(
                    TableTransitions.IMMEDIATE
                        .withUpdating(Duration.ofSeconds(3))
                        .withDeleting(Duration.ofSeconds(7))
                        .withBackfilling(Duration.ofSeconds(11))));

    @AfterEach
    void stopSlow() {
      slow.close();
      assertThat(slow.accidents()).isEmpty();
    }

    private JsonNode table() {
      return slow.ok("DescribeTable", "{'TableName':'songs'}").at("/Table");
    }

    private String state() {
      JsonNode table = table();
      JsonNode index =
          table.has("VectorIndexes")
              ? table.at("/VectorIndexes/0")
              : table.at("/GlobalSecondaryIndexes/0");
      return table.at("/TableStatus").asText()
          + " "
          + index.path("IndexStatus").asText("none")
          + " "
          + index.path("Backfilling").asText("-");
    }

    private void createWithIndex() {
      slow.ok("CreateTable", onDemand().toString());
      slow.ok(
          "UpdateTable",
          update()
              .with("AttributeDefinitions", attributes("b"))
              .with("GlobalSecondaryIndexUpdates", create(ON_DEMAND_INDEX))
              .toString());
    }

    @Test
    void anAddedIndexIsAllocatedThenFilledThenActive() {
      createWithIndex();
      assertThat(state()).isEqualTo("UPDATING CREATING false");
      clock.advance(Duration.ofSeconds(3));
      assertThat(state()).isEqualTo("ACTIVE CREATING true");
      clock.advance(Duration.ofSeconds(11));
      assertThat(state()).isEqualTo("ACTIVE ACTIVE -");
      slow.ok(
          "UpdateTable", update().with("GlobalSecondaryIndexUpdates", delete("gsi")).toString());
      assertThat(state()).isEqualTo("UPDATING DELETING -");
      clock.advance(Duration.ofSeconds(3));
      assertThat(state()).isEqualTo("ACTIVE DELETING -");
      clock.advance(Duration.ofSeconds(4));
      assertThat(state()).isEqualTo("ACTIVE none -");
    }

    @Test
    void aTableWhoseIndexIsBeingBuiltIsBusy() {
      createWithIndex();
      assertThat(slow.call("UpdateTable", update().with("TableClass", "'STANDARD'").toString()))
          .extracting(EngineFixture.Reply::error)
          .isEqualTo(
              "ResourceInUseException: Attempt to change a resource which is still in use: Table is"
                  + " being updated: songs");
      clock.advance(Duration.ofSeconds(3));
      assertThat(slow.call("DeleteTable", "{'TableName':'songs'}").error())
          .isEqualTo(
              "ResourceInUseException: Attempt to change a resource which is still in use: Cannot"
                  + " delete table while indexes are being created, updated, or deleted.");
      assertThat(
              slow.call(
                      "UpdateTable",
                      update()
                          .with("AttributeDefinitions", attributes("b"))
                          .with(
                              "GlobalSecondaryIndexUpdates",
                              create(ON_DEMAND_INDEX.replace("gsi", "other")))
                          .toString())
                  .error())
          .isEqualTo(
              "LimitExceededException: Subscriber limit exceeded: Only 1 online index can be"
                  + " created or deleted simultaneously per table");
    }

    @Test
    void aBuildThatIsCalledOffIsNotFinishedLater() {
      createWithIndex();
      clock.advance(Duration.ofSeconds(3));
      slow.ok(
          "UpdateTable", update().with("GlobalSecondaryIndexUpdates", delete("gsi")).toString());
      clock.advance(Duration.ofSeconds(7));
      assertThat(state()).isEqualTo("ACTIVE none -");
      clock.advance(Duration.ofSeconds(60));
      assertThat(state()).isEqualTo("ACTIVE none -");
    }

    @Test
    void anIndexIsNotReadBeforeItIsFilled() {
      createWithIndex();
      String scan = "{'TableName':'songs','IndexName':'gsi'}";
      assertThat(slow.call("Scan", scan).error())
          .isEqualTo(
              "ValidationException: Cannot read from backfilling global secondary index: gsi");
      clock.advance(Duration.ofSeconds(14));
      assertThat(slow.ok("Scan", scan).get("Count").asInt()).isZero();
    }

    @Test
    void anIndexThatIsMadeAgainOutlivesTheDeletionOfTheFirst() {
      createWithIndex();
      clock.advance(Duration.ofSeconds(14));
      slow.ok(
          "UpdateTable", update().with("GlobalSecondaryIndexUpdates", delete("gsi")).toString());
      clock.advance(Duration.ofSeconds(3));
      slow.ok("UpdateTable", update().with("DeletionProtectionEnabled", "true").toString());
      clock.advance(Duration.ofSeconds(5));
      slow.ok(
          "UpdateTable",
          update()
              .with("AttributeDefinitions", attributes("b"))
              .with("GlobalSecondaryIndexUpdates", create(ON_DEMAND_INDEX))
              .toString());
      clock.advance(Duration.ofSeconds(60));
      assertThat(state()).isEqualTo("ACTIVE ACTIVE -");
    }

    @Test
    void aVectorIndexPassesThroughItsPhases() {
      slow.ok("CreateTable", onDemand().toString());
      String vector =
          "{'IndexName':'vec','VectorAttribute':{'AttributeName':'v'},'Dimensions':3,"
              + "'DistanceFunction':'COSINE','Projection':{'ProjectionType':'ALL'}}";
      slow.ok("UpdateTable", update().with("VectorIndexUpdates", create(vector)).toString());
      assertThat(state()).isEqualTo("UPDATING CREATING false");
      assertThat(
              slow.call(
                      "UpdateTable", update().with("VectorIndexUpdates", delete("vec")).toString())
                  .error())
          .isEqualTo(
              "ResourceInUseException: Attempt to change a resource which is still in use: Index"
                  + " creation is in resource allocation phase. Retry deletion during backfilling"
                  + " phase or when the index is active. Table: songs Index: vec");
      clock.advance(Duration.ofSeconds(3));
      assertThat(state()).isEqualTo("ACTIVE CREATING true");
      clock.advance(Duration.ofSeconds(11));
      assertThat(state()).isEqualTo("ACTIVE ACTIVE -");
      slow.ok("UpdateTable", update().with("VectorIndexUpdates", delete("vec")).toString());
      clock.advance(Duration.ofSeconds(7));
      assertThat(state()).isEqualTo("ACTIVE none -");
    }
  }
}
