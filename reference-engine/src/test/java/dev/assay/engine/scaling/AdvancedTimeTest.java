package dev.assay.engine.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Target tracking, when the engine's time is moved on by a lever")
class AdvancedTimeTest {
  private static final String SUBJECT =
      "'ServiceNamespace':'dynamodb','ResourceId':'table/Orders',"
          + "'ScalableDimension':'dynamodb:table:WriteCapacityUnits'";

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineCore engine =
      new EngineCore(
          EngineSettings.defaults()
              .withClock(clock)
              .withBackground(
                  BackgroundSettings.defaults().withScheduler(new ManualScheduler(clock))));

  @AfterEach
  void stop() {
    engine.close();
  }

  private String ok(String target, String json) {
    Answer answer =
        engine.answer(null, target, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(body).isEqualTo(200);
    return body;
  }

  private void advance(String by) {
    var unused = engine.levers().pull("advance-time", Map.of("by", by));
  }

  @Test
  void looksAtOnceAtTheMinutesThatWentBy() {
    ok(
        "DynamoDB_20120810.CreateTable",
        "{'TableName':'Orders','AttributeDefinitions':"
            + "[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':10}}");
    ok(
        "AnyScaleFrontendService.RegisterScalableTarget",
        "{" + SUBJECT + ",'MinCapacity':5,'MaxCapacity':100}");
    ok(
        "AnyScaleFrontendService.PutScalingPolicy",
        "{"
            + SUBJECT
            + ",'PolicyName':'half','PolicyType':'TargetTrackingScaling',"
            + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0,"
            + "'PredefinedMetricSpecification':"
            + "{'PredefinedMetricType':'DynamoDBWriteCapacityUtilization'}}}");
    for (int minute = 0; minute < 2; minute++) {
      assertThat(describe()).contains("\"WriteCapacityUnits\":10");
      String item = "{'pk':{'S':'a'},'v':{'S':'" + "v".repeat(400 * 1000) + "'}}";
      ok("DynamoDB_20120810.PutItem", "{'TableName':'Orders','Item':" + item + "}");
      advance("PT1M");
    }
    // 391 units in a minute are 6.5 a second, which are half of 14.
    assertThat(describe()).contains("\"WriteCapacityUnits\":14");
  }

  private String describe() {
    return ok("DynamoDB_20120810.DescribeTable", "{'TableName':'Orders'}");
  }
}
