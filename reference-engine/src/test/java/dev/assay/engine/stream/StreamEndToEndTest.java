package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.auth.AuthFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Tables made, written and read over the wire, with their streams. */
final class StreamEndToEndTest {
  private static final String TABLE =
      "{'TableName':'Orders','BillingMode':'PAY_PER_REQUEST',"
          + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
          + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
          + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}}";
  private static final StaticCredentialsProvider KEYS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private final EngineFixture engine = EngineFixture.start(EngineSettings.defaults());

  @AfterEach
  void close() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  private String createTable() {
    return engine.ok("CreateTable", TABLE).at("/TableDescription/LatestStreamArn").asText();
  }

  private List<JsonNode> records(String arn) {
    String shard =
        engine
            .callStreams("DescribeStream", "{'StreamArn':'" + arn + "'}")
            .at("/StreamDescription/Shards/0/ShardId")
            .asText();
    String iterator =
        engine
            .callStreams(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}"
                    .formatted(arn, shard))
            .at("/ShardIterator")
            .asText();
    List<JsonNode> records = new ArrayList<>();
    engine
        .callStreams("GetRecords", "{'ShardIterator':'" + iterator + "'}")
        .at("/Records")
        .forEach(records::add);
    return records;
  }

  @Test
  void everyWayToWriteIsSeenInTheStream() {
    String arn = createTable();
    engine.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'}}}");
    engine.ok(
        "UpdateItem",
        "{'TableName':'Orders','Key':{'id':{'S':'a'}},'UpdateExpression':'SET v = :v',"
            + "'ExpressionAttributeValues':{':v':{'N':'1'}}}");
    engine.ok(
        "BatchWriteItem", "{'RequestItems':{'Orders':[{'PutRequest':{'Item':{'id':{'S':'b'}}}}]}}");
    engine.ok(
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'Orders','Item':{'id':{'S':'c'}}}},"
            + "{'Delete':{'TableName':'Orders','Key':{'id':{'S':'b'}}}}]}");
    engine.ok("DeleteItem", "{'TableName':'Orders','Key':{'id':{'S':'a'}}}");

    assertThat(records(arn))
        .extracting(
            record ->
                record.get("eventName").asText() + ' ' + record.at("/dynamodb/Keys/id/S").asText())
        .containsExactly("INSERT a", "MODIFY a", "INSERT b", "INSERT c", "REMOVE b", "REMOVE a");
  }

  @Test
  void aRefusedWriteIsNotSeenInTheStream() {
    String arn = createTable();
    assertThat(
            engine
                .call(
                    "PutItem",
                    "{'TableName':'Orders','Item':{'id':{'S':'a'}},"
                        + "'ConditionExpression':'attribute_exists(id)'}")
                .errorType())
        .isEqualTo("ConditionalCheckFailedException");

    assertThat(records(arn)).isEmpty();
  }

  @Test
  void eachEnablingMakesAStreamOfItsOwnEvenAtTheSameMoment() {
    try (EngineFixture still =
        EngineFixture.start(EngineSettings.defaults().withClock(ManualClock.atNoon()))) {
      still.ok("CreateTable", TABLE);
      still.ok(
          "UpdateTable", "{'TableName':'Orders','StreamSpecification':{'StreamEnabled':false}}");
      String second =
          still
              .ok(
                  "UpdateTable",
                  "{'TableName':'Orders','StreamSpecification':"
                      + "{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}")
              .at("/TableDescription/LatestStreamLabel")
              .asText();

      assertThat(second).isEqualTo("2026-10-01T12:00:00.001");
      assertThat(still.callStreams("ListStreams", "{}").at("/Streams")).hasSize(2);
    }
  }

  @Test
  void readingAStreamNeedsLeave() throws Exception {
    AuthFile auth =
        AuthFile.parse(
            """
            {
              "policies": {
                "tables": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"},
                  {"Effect": "Deny", "Action": "dynamodb:GetShardIterator", "Resource": "*"}]}},
              "users": [{"name": "ann", "accessKeyId": "key", "secretAccessKey": "secret",
                "policies": "tables"}]
            }
            """);
    try (EngineFixture guarded = EngineFixture.start(EngineSettings.defaults().withAuth(auth));
        DynamoDbClient tables = tables(guarded.uri());
        DynamoDbStreamsClient streams = streams(guarded.uri())) {
      String arn = createStreamed(tables);
      String shard = firstShard(streams, arn);

      assertThatThrownBy(() -> iterator(streams, arn, shard))
          .hasMessageContaining(
              "ann is not authorized to perform: dynamodb:GetShardIterator on resource: " + arn);
      assertThat(guarded.accidents()).isEmpty();
    }
  }

  @Test
  void theStreamOutlivesItsTable() {
    String arn = createTable();
    engine.ok("PutItem", "{'TableName':'Orders','Item':{'id':{'S':'a'}}}");
    engine.ok("DeleteTable", "{'TableName':'Orders'}");

    assertThat(records(arn)).hasSize(1);
    assertThat(engine.callStreams("ListStreams", "{'TableName':'Orders'}").at("/Streams"))
        .hasSize(1);
  }

  @Test
  void theSdkReadsAStreamAsItReadsTheServices() {
    try (DynamoDbClient tables = tables(engine.uri());
        DynamoDbStreamsClient streams = streams(engine.uri())) {
      String arn = createStreamed(tables);
      tables.putItem(put -> put.tableName("Orders").item(item("a")));

      String iterator = iterator(streams, arn, firstShard(streams, arn));
      Record record = streams.getRecords(get -> get.shardIterator(iterator)).records().get(0);

      assertThat(record.eventName()).isEqualTo(OperationType.INSERT);
      assertThat(record.dynamodb().newImage()).isEqualTo(item("a"));
      assertThat(record.dynamodb().approximateCreationDateTime().toEpochMilli() % 1000).isZero();
      assertThat(streams.listStreams().streams().get(0).streamArn()).isEqualTo(arn);
    }
  }

  private static DynamoDbClient tables(URI uri) {
    return DynamoDbClient.builder()
        .endpointOverride(uri)
        .region(Region.US_EAST_1)
        .credentialsProvider(KEYS)
        .build();
  }

  private static DynamoDbStreamsClient streams(URI uri) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(uri)
        .region(Region.US_EAST_1)
        .credentialsProvider(KEYS)
        .build();
  }

  /** Creates a table with a stream, and gives the stream's ARN. */
  private static String createStreamed(DynamoDbClient tables) {
    return tables
        .createTable(
            create ->
                create
                    .tableName("Orders")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .streamSpecification(
                        stream ->
                            stream
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
        .tableDescription()
        .latestStreamArn();
  }

  private static String firstShard(DynamoDbStreamsClient streams, String arn) {
    return streams
        .describeStream(describe -> describe.streamArn(arn))
        .streamDescription()
        .shards()
        .get(0)
        .shardId();
  }

  private static String iterator(DynamoDbStreamsClient streams, String arn, String shard) {
    return streams
        .getShardIterator(
            get ->
                get.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }
}
