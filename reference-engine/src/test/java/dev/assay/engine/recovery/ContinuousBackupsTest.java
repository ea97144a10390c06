package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuousBackupsTest {
  @TempDir Path folder;

  @Nested
  class TheWindow {
    @Test
    void isClosedForANewTable() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");

        assertThat(on.recoveryOf("one").toString())
            .isEqualTo("{\"PointInTimeRecoveryStatus\":\"DISABLED\"}");
      }
    }

    @Test
    void opensWhenItIsEnabledAndMovesOnAtItsEnd() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.enable("one");
        Instant enabled = on.now();

        on.advance(Duration.ofDays(40));

        assertThat(on.recoveryOf("one").get("EarliestRestorableDateTime").asLong())
            .isEqualTo(enabled.plus(Duration.ofDays(5)).getEpochSecond());
        assertThat(on.recoveryOf("one").get("LatestRestorableDateTime").asLong())
            .isEqualTo(on.now().getEpochSecond());
        assertThat(on.recoveryOf("one").get("RecoveryPeriodInDays").asInt()).isEqualTo(35);
      }
    }

    @Test
    void endsBeforeTheLagButNeverBeforeItBegan() {
      RecoverySettings settings =
          RecoverySettings.defaults().withLatestLag(RecoverySettings.LAG_OF_SERVICE);
      try (RecoveryFixture on = new RecoveryFixture(settings)) {
        on.table("one");
        on.enable("one");
        Instant enabled = on.now();

        on.advance(Duration.ofMinutes(3));
        assertThat(on.recoveryOf("one").get("LatestRestorableDateTime").asLong())
            .isEqualTo(enabled.getEpochSecond());

        on.advance(Duration.ofMinutes(4));
        assertThat(on.recoveryOf("one").get("LatestRestorableDateTime").asLong())
            .isEqualTo(enabled.plus(Duration.ofMinutes(2)).getEpochSecond());
      }
    }

    @Test
    void beginsAnewWhenItIsDisabledAndEnabledAgain() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.enable("one");
        on.advance(Duration.ofHours(1));
        on.ok(
            "UpdateContinuousBackups",
            "{'TableName': 'one', 'PointInTimeRecoverySpecification':"
                + " {'PointInTimeRecoveryEnabled': false}}");
        on.enable("one");

        assertThat(on.recoveryOf("one").get("EarliestRestorableDateTime").asLong())
            .isEqualTo(on.now().getEpochSecond());
        assertThat(
                on.error(
                    "RestoreTableToPointInTime",
                    "{'SourceTableName': 'one', 'TargetTableName': 'two', 'RestoreDateTime': "
                        + on.now().minusSeconds(60).getEpochSecond()
                        + "}"))
            .startsWith("InvalidRestoreTimeException: RestoreDateTime '");
      }
    }

    @Test
    void keepsNoEntryLongerThanItsPeriod() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.ok(
            "UpdateContinuousBackups",
            "{'TableName': 'one', 'PointInTimeRecoverySpecification':"
                + " {'PointInTimeRecoveryEnabled': true, 'RecoveryPeriodInDays': 1}}");
        on.put("one", "a", "old");
        on.advance(Duration.ofDays(2));
        on.put("one", "b", "new");

        on.restore("one", "two", on.now().minus(Duration.ofHours(23)));

        assertThat(on.pairs("two")).containsExactly("a=old");
      }
    }
  }

  @Nested
  class ARestore {
    @Test
    void isOfTheSecondThatWasAskedFor() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.put("one", "before", "1");
        on.enable("one");
        on.advance(Duration.ofSeconds(10));
        on.put("one", "kept", "1");
        on.put("one", "changed", "1");
        Instant moment = on.now();
        on.advance(Duration.ofSeconds(1));
        on.put("one", "changed", "2");
        on.ok("DeleteItem", "{'TableName': 'one', 'Key': {'pk': {'S': 'kept'}}}");
        on.put("one", "later", "1");

        on.restore("one", "two", moment);

        assertThat(on.pairs("two")).containsExactly("before=1", "changed=1", "kept=1");
      }
    }

    @Test
    void isNotTouchedByWhatIsWrittenMeanwhile() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.enable("one");
        for (int i = 0; i < 600; i++) {
          on.put("one", "k" + i, "1");
        }
        on.advance(Duration.ofSeconds(5));
        on.ok(
            "RestoreTableToPointInTime",
            "{'SourceTableName': 'one', 'TargetTableName': 'two',"
                + " 'UseLatestRestorableTime': true}");
        for (int i = 0; i < 600; i += 2) {
          on.put("one", "k" + i, "2");
          on.ok("DeleteItem", "{'TableName': 'one', 'Key': {'pk': {'S': 'k" + (i + 1) + "'}}}");
          on.put("one", "new" + i, "2");
        }
        on.work();

        assertThat(on.pairs("two")).hasSize(600).allMatch(pair -> pair.endsWith("=1"));
      }
    }

    @Test
    void isCreatingUntilEverythingIsThereAndThenAnOrdinaryTable() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.table("one");
        on.enable("one");
        on.put("one", "a", "1");
        var begun =
            on.ok(
                "RestoreTableToPointInTime",
                "{'SourceTableName': 'one', 'TargetTableName': 'two',"
                    + " 'UseLatestRestorableTime': true}");

        assertThat(begun.at("/TableDescription/TableStatus").asText()).isEqualTo("CREATING");
        assertThat(begun.at("/TableDescription/RestoreSummary/RestoreInProgress").asBoolean())
            .isTrue();
        assertThat(begun.at("/TableDescription/RestoreSummary/SourceTableArn").asText())
            .isEqualTo(RecoveryFixture.ARN + "one");
        assertThat(on.error("DescribeContinuousBackups", RecoveryFixture.named("two")))
            .isEqualTo("TableNotFoundException: Table not found: two");
        assertThat(
                on.error(
                    "RestoreTableToPointInTime",
                    "{'SourceTableName': 'one', 'TargetTableName': 'two',"
                        + " 'UseLatestRestorableTime': true}"))
            .startsWith("TableInUseException: Table: two is already being restored from");

        on.work();

        assertThat(on.describe("two").get("TableStatus").asText()).isEqualTo("ACTIVE");
        assertThat(on.describe("two").has("RestoreSummary")).isFalse();
      }
    }

    @Test
    void lastsAsLongAsItIsToldTo() {
      RecoverySettings settings =
          RecoverySettings.defaults()
              .withJobs(
                  new JobDurations(
                      Duration.ZERO, Duration.ofMinutes(4), Duration.ZERO, Duration.ZERO));
      try (RecoveryFixture on = new RecoveryFixture(settings)) {
        on.table("one");
        on.enable("one");
        on.restore("one", "two", on.now());

        assertThat(on.describe("two").get("TableStatus").asText()).isEqualTo("CREATING");
        on.advance(Duration.ofMinutes(4));
        assertThat(on.describe("two").get("TableStatus").asText()).isEqualTo("ACTIVE");
      }
    }

    @Test
    void leavesBehindWhatDoesNotBelongToTheItems() {
      try (RecoveryFixture on = new RecoveryFixture(folder)) {
        on.ok(
            "CreateTable",
            "{'TableName': 'one', 'BillingMode': 'PAY_PER_REQUEST',"
                + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
                + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],"
                + " 'OnDemandThroughput': {'MaxReadRequestUnits': 100,"
                + " 'MaxWriteRequestUnits': 50}, 'DeletionProtectionEnabled': true,"
                + " 'TableClass': 'STANDARD_INFREQUENT_ACCESS',"
                + " 'SSESpecification': {'Enabled': true, 'SSEType': 'KMS'},"
                + " 'StreamSpecification': {'StreamEnabled': true,"
                + " 'StreamViewType': 'KEYS_ONLY'}, 'Tags': [{'Key': 'a', 'Value': 'b'}]}");
        on.ok(
            "UpdateTimeToLive",
            "{'TableName': 'one', 'TimeToLiveSpecification': {'Enabled': true,"
                + " 'AttributeName': 'until'}}");
        on.enable("one");
        on.restore("one", "two", on.now());

        var two = on.describe("two");
        assertThat(two.at("/OnDemandThroughput/MaxReadRequestUnits").asLong()).isEqualTo(100);
        assertThat(two.at("/SSEDescription/KMSMasterKeyArn"))
            .isEqualTo(on.describe("one").at("/SSEDescription/KMSMasterKeyArn"));
        assertThat(two.get("DeletionProtectionEnabled").asBoolean()).isFalse();
        assertThat(two.has("TableClassSummary")).isFalse();
        assertThat(two.has("LatestStreamArn")).isFalse();
        assertThat(on.recoveryOf("two").get("PointInTimeRecoveryStatus").asText())
            .isEqualTo("DISABLED");
        assertThat(
                on.ok("DescribeTimeToLive", RecoveryFixture.named("two"))
                    .at("/TimeToLiveDescription/TimeToLiveStatus")
                    .asText())
            .isEqualTo("DISABLED");
        assertThat(on.ok("ListTagsOfResource", "{'ResourceArn': '" + RecoveryFixture.ARN + "two'}"))
            .hasToString("{\"Tags\":[]}");
      }
    }
  }
}
