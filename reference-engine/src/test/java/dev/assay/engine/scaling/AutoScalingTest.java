package dev.assay.engine.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table that scales by target tracking")
class AutoScalingTest {
  private static final String SUBJECT =
      "'ServiceNamespace':'dynamodb','ResourceId':'table/Orders',"
          + "'ScalableDimension':'dynamodb:table:WriteCapacityUnits'";

  private final ManualClock clock = ManualClock.atNoon();
  private final ManualScheduler scheduler = new ManualScheduler(clock);
  private final EngineFixture engine =
      EngineFixture.start(
          EngineSettings.defaults()
              .withClock(clock)
              .withBackground(BackgroundSettings.defaults().withScheduler(scheduler)));

  @AfterEach
  void stop() {
    assertThat(engine.accidents()).isEmpty();
    engine.close();
  }

  private void table(long units) {
    engine.ok(
        "CreateTable",
        ("{'TableName':'Orders','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
                + "{'AttributeName':'x','AttributeType':'S'}],"
                + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':UNITS},"
                + "'GlobalSecondaryIndexes':[{'IndexName':'byX',"
                + "'KeySchema':[{'AttributeName':'x','KeyType':'HASH'}],"
                + "'Projection':{'ProjectionType':'ALL'},"
                + "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':UNITS}}]}")
            .replace("UNITS", Long.toString(units)));
  }

  private EngineFixture.Reply register(long min, long max) {
    return engine.callScaling(
        "RegisterScalableTarget",
        "{" + SUBJECT + ",'MinCapacity':" + min + ",'MaxCapacity':" + max + "}");
  }

  private EngineFixture.Reply policy(String more) {
    return engine.callScaling(
        "PutScalingPolicy",
        "{"
            + SUBJECT
            + ",'PolicyName':'half','PolicyType':'TargetTrackingScaling',"
            + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0,"
            + "'PredefinedMetricSpecification':"
            + "{'PredefinedMetricType':'DynamoDBWriteCapacityUtilization'}"
            + more
            + "}}");
  }

  /** Writes so many units within a minute. */
  private void minuteOf(int units) {
    String tenUnits = "v".repeat(10_200);
    for (int i = 0; i < units / 10; i++) {
      engine.ok(
          "PutItem", "{'TableName':'Orders','Item':{'pk':{'S':'a'},'v':{'S':'" + tenUnits + "'}}}");
    }
    for (int i = 0; i < units % 10; i++) {
      engine.ok("PutItem", "{'TableName':'Orders','Item':{'pk':{'S':'b'}}}");
    }
    scheduler.advance(Duration.ofMinutes(1));
  }

  private long writeUnits() {
    return engine
        .ok("DescribeTable", "{'TableName':'Orders'}")
        .at("/Table/ProvisionedThroughput/WriteCapacityUnits")
        .asLong();
  }

  private JsonNode newestActivity() {
    return engine
        .callScaling("DescribeScalingActivities", "{'ServiceNamespace':'dynamodb'}")
        .at("/ScalingActivities/0");
  }

  @Test
  void has_more_capacity_after_two_minutes_above_the_target() {
    table(10);
    register(5, 100);
    policy("");

    minuteOf(400);
    assertThat(writeUnits()).isEqualTo(10);

    minuteOf(400);
    // 400 units in a minute are 6.67 a second, which are half of 14.
    assertThat(writeUnits()).isEqualTo(14);
    assertThat(newestActivity().path("Description").asText())
        .isEqualTo("Setting write capacity units to 14.");
    assertThat(newestActivity().path("StatusCode").asText()).isEqualTo("Successful");
    assertThat(newestActivity().path("Cause").asText())
        .matches(
            "monitor alarm TargetTracking-table/Orders-AlarmHigh-.* in state ALARM triggered"
                + " policy half");
  }

  @Test
  void does_not_scale_out_for_one_minute_above_the_target() {
    table(10);
    register(5, 100);
    policy("");

    minuteOf(400);
    minuteOf(100);
    minuteOf(400);

    assertThat(writeUnits()).isEqualTo(10);
  }

  @Test
  void stays_within_its_bounds() {
    table(10);
    register(5, 12);
    policy("");

    minuteOf(500);
    minuteOf(500);

    assertThat(writeUnits()).isEqualTo(12);
  }

  @Test
  void waits_for_the_scale_out_cooldown() {
    table(10);
    register(5, 100);
    policy(",'ScaleOutCooldown':150");
    minuteOf(400);
    minuteOf(400);
    assertThat(writeUnits()).isEqualTo(14);

    minuteOf(600);
    minuteOf(600);
    assertThat(writeUnits()).isEqualTo(14);

    minuteOf(600);
    assertThat(writeUnits()).isEqualTo(20);
  }

  @Test
  void has_less_capacity_after_fifteen_minutes_below_the_target() {
    table(40);
    register(5, 100);
    policy("");

    for (int minute = 1; minute < 15; minute++) {
      minuteOf(minute == 3 ? 240 : 10);
    }
    assertThat(writeUnits()).isEqualTo(40);

    minuteOf(10);
    // The busiest of the fifteen minutes had 4 units a second.
    assertThat(writeUnits()).isEqualTo(8);
  }

  @Test
  void keeps_its_capacity_when_nobody_uses_it() {
    table(40);
    register(5, 100);
    policy("");

    scheduler.advance(Duration.ofHours(2));

    assertThat(writeUnits()).isEqualTo(40);
  }

  @Test
  void keeps_its_capacity_when_scaling_in_is_disabled() {
    table(40);
    register(5, 100);
    policy(",'DisableScaleIn':true");

    for (int minute = 0; minute < 20; minute++) {
      minuteOf(1);
    }

    assertThat(writeUnits()).isEqualTo(40);
  }

  @Test
  void cannot_scale_in_more_often_than_tables_may_be_decreased() {
    table(40);
    for (int units = 39; units >= 36; units--) {
      engine.ok(
          "UpdateTable",
          "{'TableName':'Orders','ProvisionedThroughput':{'ReadCapacityUnits':5,"
              + "'WriteCapacityUnits':"
              + units
              + "}}");
    }
    register(5, 100);
    policy("");

    for (int minute = 0; minute < 15; minute++) {
      minuteOf(1);
    }
    assertThat(writeUnits()).isEqualTo(36);
    assertThat(newestActivity().path("StatusCode").asText()).isEqualTo("Failed");
    assertThat(newestActivity().path("StatusMessage").asText())
        .startsWith(
            "Failed to set write capacity units to 5. Reason: Subscriber limit exceeded:"
                + " Provisioned throughput decreases are limited within a given UTC day.");

    for (int minute = 0; minute < 46; minute++) {
      minuteOf(1);
    }
    assertThat(writeUnits()).isEqualTo(5);
  }

  @Test
  void is_brought_within_its_bounds_when_it_is_registered() {
    table(10);

    register(20, 100);

    assertThat(writeUnits()).isEqualTo(20);
    assertThat(newestActivity().path("Cause").asText()).isEqualTo("minimum capacity was set to 20");
  }

  @Test
  void does_not_scale_when_it_is_suspended() {
    table(10);
    register(5, 100);
    policy("");
    engine.callScaling(
        "RegisterScalableTarget",
        "{" + SUBJECT + ",'SuspendedState':{'DynamicScalingOutSuspended':true}}");

    minuteOf(400);
    minuteOf(400);

    assertThat(writeUnits()).isEqualTo(10);
  }

  @Test
  void does_not_scale_when_it_is_deregistered() {
    table(10);
    register(5, 100);
    policy("");
    assertThat(engine.callScaling("DeregisterScalableTarget", "{" + SUBJECT + "}").status())
        .isEqualTo(200);

    minuteOf(400);
    minuteOf(400);

    assertThat(writeUnits()).isEqualTo(10);
    assertThat(engine.callScaling("DeregisterScalableTarget", "{" + SUBJECT + "}").error())
        .isEqualTo(
            "ObjectNotFoundException: No scalable target found for service namespace: dynamodb,"
                + " resource ID: table/Orders, scalable dimension:"
                + " dynamodb:table:WriteCapacityUnits");
  }

  @Test
  void may_have_replicas_although_it_is_provisioned() {
    table(10);
    String replica =
        "{'TableName':'Orders','ReplicaUpdates':[{'Create':{'RegionName':'eu-west-1'}}]}";
    assertThat(engine.call("UpdateTable", replica).error())
        .isEqualTo(
            "ValidationException: Table write capacity should either be Pay-Per-Request or"
                + " AutoScaled.");
    register(5, 100);
    policy("");

    assertThat(engine.call("UpdateTable", replica).status()).isEqualTo(200);

    JsonNode replicas =
        engine
            .ok("DescribeTableReplicaAutoScaling", "{'TableName':'Orders'}")
            .at("/TableAutoScalingDescription/Replicas");
    assertThat(replicas.at("/1/RegionName").asText()).isEqualTo("eu-west-1");
    assertThat(
            replicas
                .at("/1/ReplicaProvisionedWriteCapacityAutoScalingSettings/MaximumUnits")
                .asLong())
        .isEqualTo(100);
  }

  @Test
  void is_set_up_by_the_call_of_the_tables_too() {
    table(10);
    String settings =
        "{'MinimumUnits':6,'MaximumUnits':60,'ScalingPolicyUpdate':{"
            + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0}}}";

    JsonNode shown =
        engine.ok(
            "UpdateTableReplicaAutoScaling",
            "{'TableName':'Orders','ProvisionedWriteCapacityAutoScalingUpdate':"
                + settings
                + ",'GlobalSecondaryIndexUpdates':[{'IndexName':'byX',"
                + "'ProvisionedWriteCapacityAutoScalingUpdate':"
                + settings
                + "}],'ReplicaUpdates':[{'RegionName':'us-east-1',"
                + "'ReplicaProvisionedReadCapacityAutoScalingUpdate':"
                + settings
                + "}]}");

    JsonNode replica = shown.at("/TableAutoScalingDescription/Replicas/0");
    assertThat(
            replica.at("/ReplicaProvisionedWriteCapacityAutoScalingSettings/MinimumUnits").asLong())
        .isEqualTo(6);
    assertThat(
            replica
                .at(
                    "/GlobalSecondaryIndexes/0/ProvisionedWriteCapacityAutoScalingSettings"
                        + "/ScalingPolicies/0/TargetTrackingScalingPolicyConfiguration/TargetValue")
                .asDouble())
        .isEqualTo(50.0);
    // Reads had 5 units, which are fewer than 6.
    assertThat(
            engine
                .ok("DescribeTable", "{'TableName':'Orders'}")
                .at("/Table/ProvisionedThroughput/ReadCapacityUnits")
                .asLong())
        .isEqualTo(6);
    minuteOf(400);
    minuteOf(400);
    assertThat(writeUnits()).isEqualTo(14);
  }

  @Test
  void scales_an_index_by_what_the_index_consumes() {
    table(10);
    String subject =
        "'ServiceNamespace':'dynamodb','ResourceId':'table/Orders/index/byX',"
            + "'ScalableDimension':'dynamodb:index:WriteCapacityUnits'";
    engine.callScaling(
        "RegisterScalableTarget", "{" + subject + ",'MinCapacity':5,'MaxCapacity':100}");
    EngineFixture.Reply put =
        engine.callScaling(
            "PutScalingPolicy",
            "{"
                + subject
                + ",'PolicyName':'half','PolicyType':'TargetTrackingScaling',"
                + "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0,"
                + "'PredefinedMetricSpecification':"
                + "{'PredefinedMetricType':'DynamoDBWriteCapacityUtilization'}}}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.at("/Alarms")).hasSize(4);

    for (int minute = 0; minute < 2; minute++) {
      for (int i = 0; i < 40; i++) {
        engine.ok(
            "PutItem",
            "{'TableName':'Orders','Item':{'pk':{'S':'a'},'x':{'S':'same'},'v':{'S':'"
                + (i % 2 == 0 ? "v" : "w").repeat(10_200)
                + "'}}}");
      }
      scheduler.advance(Duration.ofMinutes(1));
    }

    assertThat(writeUnits()).isEqualTo(10);
    assertThat(
            engine
                .ok("DescribeTable", "{'TableName':'Orders'}")
                .at("/Table/GlobalSecondaryIndexes/0/ProvisionedThroughput/WriteCapacityUnits")
                .asLong())
        .isGreaterThanOrEqualTo(14);
  }

  @Test
  void is_refused_what_does_not_exist() {
    assertThat(register(1, 10).error())
        .isEqualTo("ValidationException: DynamoDB table does not exist: table/Orders");
    table(10);
    assertThat(policy("").error())
        .isEqualTo(
            "ObjectNotFoundException: No scalable target registered for service namespace:"
                + " dynamodb, resource ID: table/Orders, scalable dimension:"
                + " dynamodb:table:WriteCapacityUnits");
    assertThat(engine.callScaling("DescribeScalableTargets", "{'ServiceNamespace':'ecs'}").error())
        .isEqualTo(
            "ValidationException: Unsupported service namespace, resource type or scalable"
                + " dimension");
    assertThat(engine.callScaling("DescribeScalableTargets", "{}").error())
        .isEqualTo(
            "ValidationException: 1 validation error detected: Value null at 'serviceNamespace'"
                + " failed to satisfy constraint: Member must not be null");
    assertThat(
            engine
                .callScaling(
                    "DescribeScalableTargets", "{'ServiceNamespace':'dynamodb','NextToken':'none'}")
                .errorType())
        .isEqualTo("InvalidNextTokenException");
  }

  @Test
  void is_listed_page_by_page() {
    table(10);
    for (String dimension : new String[] {"Read", "Write"}) {
      engine.callScaling(
          "RegisterScalableTarget",
          "{'ServiceNamespace':'dynamodb','ResourceId':'table/Orders','ScalableDimension':"
              + "'dynamodb:table:"
              + dimension
              + "CapacityUnits','MinCapacity':1,'MaxCapacity':10}");
    }

    JsonNode first =
        engine
            .callScaling(
                "DescribeScalableTargets", "{'ServiceNamespace':'dynamodb','MaxResults':1}")
            .body();
    JsonNode second =
        engine
            .callScaling(
                "DescribeScalableTargets",
                "{'ServiceNamespace':'dynamodb','MaxResults':1,'NextToken':'"
                    + first.path("NextToken").asText()
                    + "'}")
            .body();

    assertThat(first.at("/ScalableTargets/0/ScalableDimension").asText())
        .isEqualTo("dynamodb:table:ReadCapacityUnits");
    assertThat(second.at("/ScalableTargets/0/ScalableDimension").asText())
        .isEqualTo("dynamodb:table:WriteCapacityUnits");
    assertThat(second.has("NextToken")).isFalse();
  }
}
