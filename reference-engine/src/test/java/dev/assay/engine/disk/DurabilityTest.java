package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An engine with its data on disk")
class DurabilityTest {
  private static final String SIMPLE =
      "{'TableName':'tab','KeySchema':[{'AttributeName':'k','KeyType':'HASH'}],"
          + "'AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'}],"
          + "'BillingMode':'PAY_PER_REQUEST'}";
  private static final String STREAMING =
      SIMPLE.substring(0, SIMPLE.length() - 1)
          + ",'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}";

  @TempDir Path base;
  private DataFixture data;

  @BeforeEach
  void begin() {
    data = new DataFixture(base);
  }

  @AfterEach
  void end() {
    data.close();
  }

  private static void put(EngineFixture engine, String key, String value) {
    engine.ok(
        "PutItem",
        "{'TableName':'tab','Item':{'k':{'S':'%s'},'v':{'S':'%s'}}}".formatted(key, value));
  }

  private static String get(EngineFixture engine, String key) {
    return engine
        .ok("GetItem", "{'TableName':'tab','Key':{'k':{'S':'" + key + "'}},'ConsistentRead':true}")
        .path("Item")
        .toString();
  }

  @Test
  void hasEveryKindOfWriteAfterItWasKilled() {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", SIMPLE);
    put(engine, "put", "1");
    put(engine, "gone", "1");
    engine.ok("DeleteItem", "{'TableName':'tab','Key':{'k':{'S':'gone'}}}");
    for (int i = 0; i < 3; i++) {
      engine.ok(
          "UpdateItem",
          "{'TableName':'tab','Key':{'k':{'S':'count'}},'UpdateExpression':'ADD n :one',"
              + "'ExpressionAttributeValues':{':one':{'N':'1'}}}");
    }
    engine.ok(
        "BatchWriteItem",
        "{'RequestItems':{'tab':[{'PutRequest':{'Item':{'k':{'S':'batch'},'b':{'B':'AAEC'}}}}]}}");
    engine.ok(
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'tab','Item':{'k':{'S':'x'},'l':{'L':[{'NULL':true}]}}}},"
            + "{'Put':{'TableName':'tab','Item':{'k':{'S':'y'},'ns':{'NS':['2','1']}}}}]}");
    JsonNode before = engine.ok("Scan", "{'TableName':'tab'}");

    EngineFixture again = data.killAndStart();

    assertThat(again.ok("Scan", "{'TableName':'tab'}")).isEqualTo(before);
    assertThat(get(again, "count")).contains("\"N\":\"3\"");
    assertThat(get(again, "gone")).isEmpty();
  }

  @Test
  void describesItsTablesAsBefore() {
    EngineFixture engine = data.start();
    engine.ok(
        "CreateTable",
        "{'TableName':'full','KeySchema':[{'AttributeName':'k','KeyType':'HASH'},"
            + "{'AttributeName':'s','KeyType':'RANGE'}],'AttributeDefinitions':["
            + "{'AttributeName':'k','AttributeType':'S'},{'AttributeName':'s','AttributeType':'N'},"
            + "{'AttributeName':'g','AttributeType':'B'}],'BillingMode':'PROVISIONED',"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6},"
            + "'LocalSecondaryIndexes':[{'IndexName':'lsi','KeySchema':[{'AttributeName':'k','KeyType':'HASH'},"
            + "{'AttributeName':'g','KeyType':'RANGE'}],'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['a']}}],"
            + "'GlobalSecondaryIndexes':[{'IndexName':'gsi','KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],"
            + "'Projection':{'ProjectionType':'ALL'},'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':2}}],"
            + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'OLD_IMAGE'},"
            + "'DeletionProtectionEnabled':true,'TableClass':'STANDARD_INFREQUENT_ACCESS',"
            + "'Tags':[{'Key':'b','Value':'1'},{'Key':'a','Value':'2'}]}");
    engine.ok(
        "UpdateTimeToLive",
        "{'TableName':'full','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'e'}}");
    engine.ok(
        "UpdateContributorInsights", "{'TableName':'full','ContributorInsightsAction':'ENABLE'}");
    engine.ok(
        "PutItem", "{'TableName':'full','Item':{'k':{'S':'a'},'s':{'N':'1'},'g':{'B':'AA=='}}}");
    List<JsonNode> before = descriptions(engine);

    assertThat(descriptions(data.killAndStart())).isEqualTo(before);
    assertThat(descriptions(data.closeAndStart())).as("from a snapshot").isEqualTo(before);
  }

  private static List<JsonNode> descriptions(EngineFixture engine) {
    JsonNode table = engine.ok("DescribeTable", "{'TableName':'full'}");
    return List.of(
        table,
        engine.ok("DescribeTimeToLive", "{'TableName':'full'}"),
        engine.ok("DescribeContributorInsights", "{'TableName':'full'}"),
        engine.ok(
            "ListTagsOfResource", "{'ResourceArn':'" + table.at("/Table/TableArn").asText() + "'}"),
        engine.ok("Scan", "{'TableName':'full','IndexName':'gsi'}"),
        engine.ok("Scan", "{'TableName':'full','IndexName':'lsi'}"));
  }

  @Test
  void readsTheSameStreamRecordsUnderTheSameNumbers() {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", STREAMING);
    put(engine, "a", "1");
    put(engine, "a", "2");
    String arn =
        engine.ok("DescribeTable", "{'TableName':'tab'}").at("/Table/LatestStreamArn").asText();
    List<JsonNode> before = stream(engine, arn);
    assertThat(before).hasSize(3);

    assertThat(stream(data.killAndStart(), arn)).as("killed").isEqualTo(before);
    EngineFixture closed = data.closeAndStart();
    assertThat(stream(closed, arn)).as("closed").isEqualTo(before);
    put(closed, "b", "1");
    List<JsonNode> more = stream(closed, arn);
    assertThat(more).hasSize(4);
    assertThat(more.subList(0, 2)).isEqualTo(before.subList(0, 2));
    closed.ok("DeleteTable", "{'TableName':'tab'}");
    List<JsonNode> ended = stream(closed, arn);
    assertThat(stream(data.killAndStart(), arn)).as("after its table").isEqualTo(ended);
  }

  /** Its records, and at last how it is described. */
  private static List<JsonNode> stream(EngineFixture engine, String arn) {
    JsonNode described = engine.callStreams("DescribeStream", "{'StreamArn':'" + arn + "'}").body();
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode shard : described.at("/StreamDescription/Shards")) {
      String iterator =
          engine
              .callStreams(
                  "GetShardIterator",
                  "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}"
                      .formatted(arn, shard.path("ShardId").asText()))
              .body()
              .path("ShardIterator")
              .asText();
      engine
          .callStreams("GetRecords", "{'ShardIterator':'" + iterator + "'}")
          .body()
          .path("Records")
          .forEach(all::add);
    }
    all.add(described);
    return all;
  }

  @Test
  void knowsTheTokensOfTransactionsOfTheLastMinutes() {
    EngineFixture engine = data.start();
    engine.ok("CreateTable", SIMPLE);
    String add =
        "{'ClientRequestToken':'once','TransactItems':[{'Update':{'TableName':'tab',"
            + "'Key':{'k':{'S':'n'}},'UpdateExpression':'ADD n :one',"
            + "'ExpressionAttributeValues':{':one':{'N':'1'}}}}]}";
    engine.ok("TransactWriteItems", add);

    EngineFixture again = data.killAndStart();
    again.ok("TransactWriteItems", add);
    assertThat(get(again, "n")).contains("\"N\":\"1\"");

    EngineFixture closed = data.closeAndStart();
    closed.ok("TransactWriteItems", add);
    assertThat(get(closed, "n")).contains("\"N\":\"1\"");
    assertThat(closed.call("TransactWriteItems", add.replace("'S':'n'", "'S':'m'")).errorType())
        .isEqualTo("IdempotentParameterMismatchException");
  }

  @Test
  void goesOnWithChangesOfTablesThatWereOnTheirWay() {
    ManualClock clock = new ManualClock(Instant.parse("2026-11-25T12:00:00Z"));
    data.withEngine(
        each ->
            each.withClock(clock)
                .withTransitions(
                    TableTransitions.IMMEDIATE
                        .withCreating(Duration.ofSeconds(10))
                        .withUpdating(Duration.ofSeconds(10))
                        .withDeleting(Duration.ofSeconds(10))));
    EngineFixture engine = data.start();
    engine.ok("CreateTable", SIMPLE);

    EngineFixture creating = data.killAndStart();
    assertThat(status(creating)).isEqualTo("CREATING");
    clock.advance(Duration.ofSeconds(11));
    assertThat(status(creating)).isEqualTo("ACTIVE");
    creating.ok(
        "UpdateTable",
        "{'TableName':'tab','BillingMode':'PROVISIONED','ProvisionedThroughput':"
            + "{'ReadCapacityUnits':7,'WriteCapacityUnits':8}}");

    EngineFixture updating = data.killAndStart();
    assertThat(status(updating)).isEqualTo("UPDATING");
    clock.advance(Duration.ofSeconds(11));
    JsonNode updated = updating.ok("DescribeTable", "{'TableName':'tab'}");
    assertThat(updated.at("/Table/TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(updated.at("/Table/ProvisionedThroughput/WriteCapacityUnits").asInt()).isEqualTo(8);
    updating.ok("DeleteTable", "{'TableName':'tab'}");

    EngineFixture deleting = data.killAndStart();
    assertThat(status(deleting)).isEqualTo("DELETING");
    clock.advance(Duration.ofSeconds(11));
    assertThat(deleting.call("DescribeTable", "{'TableName':'tab'}").errorType())
        .isEqualTo("ResourceNotFoundException");
  }

  private static String status(EngineFixture engine) {
    return engine.ok("DescribeTable", "{'TableName':'tab'}").at("/Table/TableStatus").asText();
  }

  @Test
  void answersOnlyWhenTheDiskHasIt() {
    for (DataSettings.Sync sync : DataSettings.Sync.values()) {
      DataFixture synced = new DataFixture(base.resolve(sync.name()));
      synced.with(each -> each.withSync(sync).withSegmentBytes(1 << 20));
      try (synced) {
        EngineFixture engine = synced.start();
        engine.ok("CreateTable", SIMPLE);
        for (int i = 0; i < 20; i++) {
          put(engine, "k" + i, "v");
        }
        EngineFixture again = synced.killAndStart();
        assertThat(again.ok("Scan", "{'TableName':'tab'}").path("Count").asInt())
            .as(sync.name())
            .isEqualTo(20);
      }
    }
  }

  @Test
  void doesNotOpenAnythingOnDiskWhenItKeepsItsDataInMemory() {
    try (EngineFixture engine = EngineFixture.start()) {
      engine.ok("CreateTable", SIMPLE);
      put(engine, "a", "1");
      assertThat(get(engine, "a")).contains("1");
    }
    assertThat(base).isEmptyDirectory();
  }
}
