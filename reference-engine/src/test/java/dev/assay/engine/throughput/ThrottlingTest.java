package dev.assay.engine.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table whose capacity is enforced")
class ThrottlingTest {
  private static final String KEY =
      "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
          + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]";

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture engine =
      EngineFixture.start(EngineSettings.defaults().withClock(clock).withThroughputEnforced(true));

  @AfterEach
  void stop() {
    engine.close();
  }

  private void provisioned(String more) {
    engine.ok(
        "CreateTable",
        "{'TableName':'Orders',"
            + KEY
            + ",'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}"
            + more
            + "}");
  }

  private EngineFixture.Reply put(String key) {
    return engine.call("PutItem", "{'TableName':'Orders','Item':{'pk':{'S':'" + key + "'}}}");
  }

  private int putsUntilThrottled() {
    for (int done = 0; ; done++) {
      if (put("k" + done).status() != 200) {
        return done;
      }
    }
  }

  @Test
  void serves_300_seconds_of_unused_capacity_at_once_and_then_its_rate() {
    provisioned("");

    assertThat(putsUntilThrottled()).isEqualTo(300);

    clock.advance(Duration.ofSeconds(2));
    assertThat(putsUntilThrottled()).isEqualTo(2);
  }

  @Test
  void names_the_exception_the_reason_and_the_resource() {
    provisioned("");
    putsUntilThrottled();

    EngineFixture.Reply refused = put("x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error())
        .isEqualTo(
            "ProvisionedThroughputExceededException: The level of configured provisioned throughput"
                + " for the table was exceeded. Consider increasing your provisioning level with"
                + " the UpdateTable API.");
    assertThat(refused.at("/ThrottlingReasons/0/reason").asText())
        .isEqualTo("TableWriteProvisionedThroughputExceeded");
    assertThat(refused.at("/ThrottlingReasons/0/resource").asText())
        .isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/Orders");
  }

  @Test
  void reads_from_a_bucket_of_their_own() {
    provisioned("");
    putsUntilThrottled();

    assertThat(engine.call("GetItem", "{'TableName':'Orders','Key':{'pk':{'S':'a'}}}").status())
        .isEqualTo(200);
  }

  @Test
  void a_global_index_without_capacity_holds_back_the_writes_that_change_it_and_no_others() {
    engine.ok(
        "CreateTable",
        "{'TableName':'Orders','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
            + "{'AttributeName':'x','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':100},"
            + "'GlobalSecondaryIndexes':[{'IndexName':'byX',"
            + "'KeySchema':[{'AttributeName':'x','KeyType':'HASH'}],"
            + "'Projection':{'ProjectionType':'ALL'},"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}]}");
    EngineFixture.Reply refused = null;
    for (int i = 0; i <= 300; i++) {
      refused =
          engine.call(
              "PutItem",
              "{'TableName':'Orders','Item':{'pk':{'S':'" + i + "'},'x':{'S':'" + i + "'}}}");
    }

    assertThat(refused).isNotNull();
    assertThat(refused.at("/ThrottlingReasons/0/reason").asText())
        .isEqualTo("IndexWriteProvisionedThroughputExceeded");
    assertThat(put("without-x").status()).isEqualTo(200);
  }

  @Test
  void a_batch_leaves_unprocessed_what_is_throttled_and_fails_only_if_nothing_is_done() {
    provisioned("");
    putsUntilThrottled();
    clock.advance(Duration.ofSeconds(1));
    String batch =
        "{'RequestItems':{'Orders':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}},"
            + "{'PutRequest':{'Item':{'pk':{'S':'b'}}}}]}}";

    var done = engine.ok("BatchWriteItem", batch);

    assertThat(done.at("/UnprocessedItems/Orders/0/PutRequest/Item/pk/S").asText()).isEqualTo("b");
    assertThat(engine.call("BatchWriteItem", batch).errorType())
        .isEqualTo("ProvisionedThroughputExceededException");
  }

  @Test
  void a_transaction_is_cancelled_with_the_reason() {
    provisioned("");
    putsUntilThrottled();

    EngineFixture.Reply refused =
        engine.call(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':{'TableName':'Orders','Item':{'pk':{'S':'t'}}}}]}");

    assertThat(refused.errorType()).isEqualTo("TransactionCanceledException");
    assertThat(refused.at("/CancellationReasons/0/Code").asText())
        .isEqualTo("ProvisionedThroughputExceeded");
  }

  @Test
  void on_demand_a_ceiling_holds() {
    engine.ok(
        "CreateTable",
        "{'TableName':'Orders',"
            + KEY
            + ",'BillingMode':'PAY_PER_REQUEST','OnDemandThroughput':{'MaxWriteRequestUnits':5}}");

    assertThat(putsUntilThrottled()).isEqualTo(5);
    EngineFixture.Reply refused = put("x");
    assertThat(refused.errorType()).isEqualTo("ThrottlingException");
    assertThat(refused.at("/ThrottlingReasons/0/reason").asText())
        .isEqualTo("TableWriteMaxOnDemandThroughputExceeded");
  }

  @Test
  void one_key_on_demand_gets_no_more_than_one_partition_serves() {
    engine.ok("CreateTable", "{'TableName':'Orders'," + KEY + ",'BillingMode':'PAY_PER_REQUEST'}");
    int done = 0;
    EngineFixture.Reply reply = put("hot");
    while (reply.status() == 200) {
      done++;
      reply = put("hot");
    }

    assertThat(done).isEqualTo(1000);
    assertThat(reply.errorType()).isEqualTo("ThrottlingException");
    assertThat(reply.at("/ThrottlingReasons/0/reason").asText())
        .isEqualTo("TableWriteKeyRangeThroughputExceeded");
  }
}
