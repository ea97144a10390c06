package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a table beside its items; {@link DurabilityTest} has these. */
@DisplayName("A table's settings and attachments, after a restart,")
class WholeStateTest {
  private static final String NAME = "{'TableName':'full'}";
  private static final String KINESIS = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
  private static final String TARGET =
      "'ServiceNamespace':'dynamodb','ResourceId':'table/provisioned','ScalableDimension':"
          + "'dynamodb:table:WriteCapacityUnits'";

  @TempDir Path base;
  private final ManualClock clock = ManualClock.atNoon();
  private DataFixture data;

  @BeforeEach
  void begin() {
    data =
        new DataFixture(base)
            .withEngine(
                each ->
                    each.withClock(clock)
                        .withBackground(
                            BackgroundSettings.defaults()
                                .withScheduler(new ManualScheduler(clock))
                                .withKinesisEndpoint(URI.create("http://127.0.0.1:1"))));
  }

  @AfterEach
  void end() {
    data.close();
  }

  private static void make(EngineFixture engine) {
    JsonNode table =
        engine.ok(
            "CreateTable",
            "{'TableName':'full','KeySchema':[{'AttributeName':'k','KeyType':'HASH'},"
                + "{'AttributeName':'s','KeyType':'RANGE'}],'AttributeDefinitions':["
                + "{'AttributeName':'k','AttributeType':'S'},{'AttributeName':'s','AttributeType':'N'},"
                + "{'AttributeName':'g','AttributeType':'S'}],'BillingMode':'PAY_PER_REQUEST',"
                + "'LocalSecondaryIndexes':[{'IndexName':'lsi','KeySchema':[{'AttributeName':'k','KeyType':'HASH'},"
                + "{'AttributeName':'g','KeyType':'RANGE'}],'Projection':{'ProjectionType':'ALL'}}],"
                + "'GlobalSecondaryIndexes':[{'IndexName':'gsi','KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],"
                + "'Projection':{'ProjectionType':'KEYS_ONLY'},"
                + "'WarmThroughput':{'ReadUnitsPerSecond':13000,'WriteUnitsPerSecond':5000}}],"
                + "'VectorIndexes':[{'IndexName':'near','VectorAttribute':{'AttributeName':'v'},'Dimensions':2,"
                + "'DistanceFunction':'EUCLIDEAN','Projection':{'ProjectionType':'ALL'}}],"
                + "'WarmThroughput':{'ReadUnitsPerSecond':14000,'WriteUnitsPerSecond':6000},"
                + "'OnDemandThroughput':{'MaxReadRequestUnits':500,'MaxWriteRequestUnits':600},"
                + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'},"
                + "'SSESpecification':{'Enabled':true},"
                + "'DeletionProtectionEnabled':true,'Tags':[{'Key':'a','Value':'1'}]}");
    String arn = table.at("/TableDescription/TableArn").asText();
    engine.ok(
        "PutResourcePolicy",
        "{'ResourceArn':'%s','Policy':'{\\'Version\\':\\'2012-10-17\\',\\'Statement\\':[{\\'Effect\\':\\'Allow\\',\\'Principal\\':{\\'AWS\\':\\'arn:aws:iam::111122223333:root\\'},\\'Action\\':\\'dynamodb:GetItem\\',\\'Resource\\':\\'%s\\'}]}'}"
            .formatted(arn, arn)
            .replace("\\'", "\\\""));
    engine.ok(
        "UpdateTimeToLive",
        "{'TableName':'full','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'e'}}");
    engine.ok(
        "UpdateContributorInsights",
        "{'TableName':'full','IndexName':'gsi','ContributorInsightsAction':'ENABLE'}");
    engine.ok(
        "UpdateContinuousBackups",
        "{'TableName':'full','PointInTimeRecoverySpecification':"
            + "{'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':7}}");
    engine.ok(
        "EnableKinesisStreamingDestination", "{'TableName':'full','StreamArn':'" + KINESIS + "'}");
    scaled(engine);
    engine.ok("PutItem", item("a", 1));
    engine.ok("PutItem", item("b", 2));
  }

  private static void scaled(EngineFixture engine) {
    engine.ok(
        "CreateTable",
        "{'TableName':'provisioned','KeySchema':[{'AttributeName':'k','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'}],"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}");
    engine.ok(
        "UpdateTable",
        "{'TableName':'provisioned','ProvisionedThroughput':"
            + "{'ReadCapacityUnits':4,'WriteCapacityUnits':5}}");
    assertThat(
            engine
                .callScaling(
                    "RegisterScalableTarget", "{" + TARGET + ",'MinCapacity':2,'MaxCapacity':30}")
                .status())
        .isEqualTo(200);
    assertThat(
            engine
                .callScaling(
                    "PutScalingPolicy",
                    "{"
                        + TARGET
                        + ",'PolicyName':'half','PolicyType':'TargetTrackingScaling',"
                        + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0,"
                        + "'PredefinedMetricSpecification':{'PredefinedMetricType':"
                        + "'DynamoDBWriteCapacityUtilization'}}}")
                .status())
        .isEqualTo(200);
  }

  private static String item(String key, int n) {
    return ("{'TableName':'full','Item':{'k':{'S':'%s'},'s':{'N':'%d'},'g':{'S':'g'},"
            + "'v':{'L':[{'N':'%d'},{'N':'0'}]},'e':{'N':'9999999999'}}}")
        .formatted(key, n, n);
  }

  private static List<JsonNode> everything(EngineFixture engine) {
    JsonNode table = engine.ok("DescribeTable", NAME).path("Table");
    String arn = table.path("TableArn").asText();
    List<JsonNode> all = new ArrayList<>(List.of(table));
    all.add(engine.ok("DescribeTable", "{'TableName':'provisioned'}"));
    all.add(engine.ok("ListTagsOfResource", "{'ResourceArn':'" + arn + "'}"));
    all.add(engine.ok("GetResourcePolicy", "{'ResourceArn':'" + arn + "'}"));
    all.add(engine.ok("DescribeTimeToLive", NAME));
    all.add(engine.ok("DescribeContributorInsights", "{'TableName':'full','IndexName':'gsi'}"));
    all.add(engine.ok("DescribeContinuousBackups", NAME));
    all.add(engine.ok("DescribeKinesisStreamingDestination", NAME));
    all.add(
        engine.callScaling("DescribeScalableTargets", "{'ServiceNamespace':'dynamodb'}").body());
    all.add(
        engine.callScaling("DescribeScalingPolicies", "{'ServiceNamespace':'dynamodb'}").body());
    all.add(engine.ok("Scan", NAME));
    all.add(engine.ok("Scan", "{'TableName':'full','IndexName':'gsi'}"));
    all.add(engine.ok("Scan", "{'TableName':'full','IndexName':'lsi'}"));
    all.add(
        engine.ok(
            "SearchVectors",
            "{'TableName':'full','IndexName':'near','TopK':2,"
                + "'SearchVector':[{'N':'2'},{'N':'0'}]}"));
    all.add(
        engine
            .callStreams(
                "DescribeStream", "{'StreamArn':'" + table.path("LatestStreamArn").asText() + "'}")
            .body());
    return all;
  }

  @Test
  void areWhatTheyWere() {
    EngineFixture engine = data.start();
    make(engine);
    List<JsonNode> before = everything(engine);
    assertThat(before.toString()).doesNotContain("__type");

    assertThat(everything(data.killAndStart())).as("killed").isEqualTo(before);
    EngineFixture closed = data.closeAndStart();
    assertThat(everything(closed)).as("closed").isEqualTo(before);
    assertThat(closed.call("DeleteTable", NAME).error()).contains("protection");
  }

  @Test
  void haveIteratorsThatGoOnAndNumbersThatGoUp() {
    EngineFixture engine = data.start();
    make(engine);
    String arn = engine.ok("DescribeTable", NAME).at("/Table/LatestStreamArn").asText();
    List<String> iterators = new ArrayList<>();
    engine
        .callStreams("DescribeStream", "{'StreamArn':'" + arn + "'}")
        .at("/StreamDescription/Shards")
        .forEach(
            shard ->
                iterators.add(
                    engine
                        .callStreams(
                            "GetShardIterator",
                            "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}"
                                .formatted(arn, shard.path("ShardId").asText()))
                        .at("/ShardIterator")
                        .asText()));

    EngineFixture again = data.killAndStart();
    again.ok("PutItem", item("a", 1).replace("'S':'g'", "'S':'h'"));
    List<String> numbers = new ArrayList<>();
    for (String iterator : iterators) {
      List<String> ofShard = new ArrayList<>();
      again
          .callStreams("GetRecords", "{'ShardIterator':'" + iterator + "'}")
          .at("/Records")
          .forEach(each -> ofShard.add(each.at("/dynamodb/SequenceNumber").asText()));
      assertThat(ofShard).isSorted();
      numbers.addAll(ofShard);
    }
    assertThat(numbers).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void haveTokensForTenMinutesAndNoLonger() {
    EngineFixture engine = data.start();
    make(engine);
    String add =
        "{'ClientRequestToken':'once','TransactItems':[{'Update':{'TableName':'full',"
            + "'Key':{'k':{'S':'n'},'s':{'N':'0'}},'UpdateExpression':'ADD n :one',"
            + "'ExpressionAttributeValues':{':one':{'N':'1'}}}}]}";
    engine.ok("TransactWriteItems", add);

    clock.advance(Duration.ofMinutes(9));
    EngineFixture within = data.killAndStart();
    within.ok("TransactWriteItems", add);
    assertThat(counted(within)).isEqualTo("1");

    clock.advance(Duration.ofMinutes(2));
    EngineFixture after = data.killAndStart();
    after.ok("TransactWriteItems", add);
    assertThat(counted(after)).isEqualTo("2");
  }

  private static String counted(EngineFixture engine) {
    return engine
        .ok("GetItem", "{'TableName':'full','Key':{'k':{'S':'n'},'s':{'N':'0'}}}")
        .at("/Item/n/N")
        .asText();
  }
}
