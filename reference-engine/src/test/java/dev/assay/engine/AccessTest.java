package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.auth.AuthFile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What each operation asks leave for, told by what the service refuses. */
class AccessTest {
  private static final String FILE =
      """
      {
        "policies": {
          "everything": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}]},
          "own-scores": {"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow",
            "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem",
                       "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:BatchWriteItem"],
            "Resource": "arn:aws:dynamodb:*:*:table/Scores",
            "Condition": {
              "ForAllValues:StringEquals": {
                "dynamodb:LeadingKeys": ["${aws:username}"],
                "dynamodb:Attributes": ["user", "wins", "losses"]},
              "StringEqualsIfExists": {
                "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
                "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"]}}}]}
        },
        "users": [
          {"name": "root", "accessKeyId": "ROOT", "secretAccessKey": "s", "policies": "everything"},
          {"name": "alice", "accessKeyId": "ALICE", "secretAccessKey": "s",
           "policies": "own-scores"},
          {"name": "nobody", "accessKeyId": "NOBODY", "secretAccessKey": "s"}
        ]
      }
      """;

  private final List<DynamoDbClient> clients = new ArrayList<>();
  private final List<Throwable> accidents = new ArrayList<>();
  private @Nullable Engine engine;

  @BeforeEach
  void start() throws Exception {
    engine =
        Engine.start(
            EngineSettings.defaults().withAuth(AuthFile.parse(FILE)).withAccidents(accidents::add));
    client("ROOT").createTable(SimpleTable.of("Scores", "user"));
  }

  @AfterEach
  void stop() throws IOException {
    clients.forEach(DynamoDbClient::close);
    if (engine != null) {
      engine.close();
    }
    assertThat(accidents).isEmpty();
  }

  private DynamoDbClient client(String accessKey) {
    assertThat(engine).isNotNull();
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + engine.address().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "s")))
            .build();
    clients.add(client);
    return client;
  }

  private static Map<String, AttributeValue> item(String user, String... attributes) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("user", AttributeValue.fromS(user));
    for (String attribute : attributes) {
      item.put(attribute, AttributeValue.fromN("1"));
    }
    return item;
  }

  private static void assertDenied(String action, String resource, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorMessage())
                    .contains(
                        "is not authorized to perform: dynamodb:"
                            + action
                            + " on resource: arn:aws:dynamodb:us-east-1:000000000000:"
                            + resource
                            + " because no identity-based policy allows the dynamodb:"
                            + action
                            + " action"));
  }

  @Test
  void every_operation_is_refused_to_one_without_policies() {
    DynamoDbClient nobody = client("NOBODY");
    Map<String, AttributeValue> key = item("nobody");

    assertDenied("ListTables", "table/*", nobody::listTables);
    assertDenied(
        "DescribeTable", "table/Scores", () -> nobody.describeTable(r -> r.tableName("Scores")));
    assertDenied(
        "DeleteTable", "table/Scores", () -> nobody.deleteTable(r -> r.tableName("Scores")));
    assertDenied(
        "CreateTable", "table/Other", () -> nobody.createTable(SimpleTable.of("Other", "a")));
    assertDenied(
        "GetItem", "table/Scores", () -> nobody.getItem(r -> r.tableName("Scores").key(key)));
    assertDenied(
        "PutItem", "table/Scores", () -> nobody.putItem(r -> r.tableName("Scores").item(key)));
    assertDenied(
        "UpdateItem", "table/Scores", () -> nobody.updateItem(r -> r.tableName("Scores").key(key)));
    assertDenied(
        "DeleteItem", "table/Scores", () -> nobody.deleteItem(r -> r.tableName("Scores").key(key)));
  }

  @Test
  void every_part_of_a_batch_or_a_transaction_is_asked_for() {
    DynamoDbClient nobody = client("NOBODY");
    Map<String, AttributeValue> key = item("nobody");

    assertDenied(
        "BatchGetItem",
        "table/Scores",
        () -> nobody.batchGetItem(r -> r.requestItems(Map.of("Scores", keys(key)))));
    assertDenied(
        "BatchWriteItem",
        "table/Scores",
        () -> nobody.batchWriteItem(r -> r.requestItems(Map.of("Scores", List.of(put(key))))));
    assertDenied(
        "GetItem",
        "table/Scores",
        () ->
            nobody.transactGetItems(
                r ->
                    r.transactItems(
                        TransactGetItem.builder()
                            .get(get -> get.tableName("Scores").key(key))
                            .build())));
    assertDenied(
        "ConditionCheckItem",
        "table/Scores",
        () ->
            nobody.transactWriteItems(
                r ->
                    r.transactItems(
                        TransactWriteItem.builder()
                            .conditionCheck(
                                check ->
                                    check
                                        .tableName("Scores")
                                        .key(key)
                                        .conditionExpression("attribute_exists(#u)")
                                        .expressionAttributeNames(Map.of("#u", "user")))
                            .build())));
  }

  @Test
  void a_search_is_asked_for_with_its_partition_and_its_index() {
    DynamoDbClient alice = client("ALICE");

    assertThat(query(alice, "alice", "wins").count()).isZero();
    assertDenied("Query", "table/Scores", () -> query(alice, "bob", "wins"));
    assertDenied("Query", "table/Scores", () -> query(alice, "alice", "rating"));
    assertDenied("Query", "table/Scores", () -> query(alice, "alice", null));
    assertDenied(
        "Scan",
        "table/Scores/index/ByWins",
        () -> alice.scan(r -> r.tableName("Scores").indexName("ByWins")));
  }

  @Test
  void one_wrong_part_denies_the_whole() {
    DynamoDbClient alice = client("ALICE");
    Map<String, AttributeValue> own = item("alice", "wins");

    alice.batchWriteItem(r -> r.requestItems(Map.of("Scores", List.of(put(own)))));
    assertDenied(
        "BatchWriteItem",
        "table/Scores",
        () ->
            alice.batchWriteItem(
                r ->
                    r.requestItems(
                        Map.of("Scores", List.of(put(item("alice")), put(item("bob")))))));
    assertDenied(
        "PutItem",
        "table/Scores",
        () ->
            alice.transactWriteItems(
                r -> r.transactItems(transactPut("alice"), transactPut("bob"))));

    assertThat(get(client("ROOT"), "alice", r -> {})).isEqualTo(own);
  }

  private static TransactWriteItem transactPut(String user) {
    return TransactWriteItem.builder().put(put -> put.tableName("Scores").item(item(user))).build();
  }

  private static KeysAndAttributes keys(Map<String, AttributeValue> key) {
    return KeysAndAttributes.builder().keys(List.of(key)).build();
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private static QueryResponse query(
      DynamoDbClient client, String user, @Nullable String projection) {
    return client.query(
        r ->
            r.tableName("Scores")
                .keyConditionExpression("#u = :u")
                .expressionAttributeNames(Map.of("#u", "user"))
                .expressionAttributeValues(Map.of(":u", AttributeValue.fromS(user)))
                .projectionExpression(projection));
  }

  @Test
  void one_without_leave_is_not_told_whether_a_table_exists() {
    assertDenied(
        "GetItem",
        "table/Missing",
        () -> client("NOBODY").getItem(r -> r.tableName("Missing").key(item("nobody"))));
  }

  @Test
  void a_player_writes_own_items_with_the_attributes_that_are_allowed() {
    DynamoDbClient alice = client("ALICE");

    alice.putItem(r -> r.tableName("Scores").item(item("alice", "wins")));
    alice.updateItem(
        r ->
            r.tableName("Scores")
                .key(item("alice"))
                .updateExpression("SET losses = if_not_exists(losses, :n) + :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("1")))
                .returnValues(ReturnValue.UPDATED_NEW));

    assertThat(get(alice, "alice", r -> r.projectionExpression("wins, losses")))
        .isEqualTo(Map.of("wins", AttributeValue.fromN("1"), "losses", AttributeValue.fromN("2")));
  }

  @Test
  void a_player_does_not_touch_items_of_others() {
    DynamoDbClient alice = client("ALICE");
    client("ROOT").putItem(r -> r.tableName("Scores").item(item("bob", "wins")));

    assertDenied(
        "PutItem",
        "table/Scores",
        () -> alice.putItem(r -> r.tableName("Scores").item(item("bob", "wins"))));
    assertDenied(
        "DeleteItem",
        "table/Scores",
        () -> alice.deleteItem(r -> r.tableName("Scores").key(item("bob"))));
    assertDenied(
        "GetItem", "table/Scores", () -> get(alice, "bob", r -> r.projectionExpression("wins")));
  }

  @Test
  void a_player_does_not_reach_other_attributes_by_any_member() {
    DynamoDbClient alice = client("ALICE");
    Map<String, AttributeValue> one = Map.of(":n", AttributeValue.fromN("1"));

    assertDenied("GetItem", "table/Scores", () -> get(alice, "alice", r -> {}));
    assertDenied(
        "GetItem",
        "table/Scores",
        () -> get(alice, "alice", r -> r.projectionExpression("wins, rating.secret")));
    assertDenied(
        "PutItem",
        "table/Scores",
        () -> alice.putItem(r -> r.tableName("Scores").item(item("alice", "rating"))));
    assertDenied(
        "PutItem",
        "table/Scores",
        () ->
            alice.putItem(
                r ->
                    r.tableName("Scores")
                        .item(item("alice"))
                        .conditionExpression("rating > :n")
                        .expressionAttributeValues(one)));
    assertDenied(
        "UpdateItem",
        "table/Scores",
        () ->
            alice.updateItem(
                r ->
                    r.tableName("Scores")
                        .key(item("alice"))
                        .updateExpression("SET wins = rating + :n")
                        .expressionAttributeValues(one)));
    assertDenied(
        "DeleteItem",
        "table/Scores",
        () ->
            alice.deleteItem(
                r -> r.tableName("Scores").key(item("alice")).returnValues(ReturnValue.ALL_OLD)));
  }

  private static Map<String, AttributeValue> get(
      DynamoDbClient client, String user, Consumer<GetItemRequest.Builder> more) {
    return client
        .getItem(
            request -> {
              request.tableName("Scores").key(item(user));
              more.accept(request);
            })
        .item();
  }
}
