package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.durable.MemoryLedger;
import dev.assay.engine.durable.MemoryVault;
import dev.assay.engine.durable.Retention;
import dev.assay.engine.durable.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir Path folder;

  @Test
  void aBackupOutlivesItsTable() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      on.put("one", "a", "1");
      String arn = on.backup("one", "first");
      on.put("one", "b", "2");
      on.ok("DeleteTable", RecoveryFixture.named("one"));

      on.ok("RestoreTableFromBackup", restore(arn, "two"));
      on.work();

      assertThat(on.pairs("two")).containsExactly("a=1");
    }
  }

  @Test
  void aBackupIsOfTheMomentInWhichItBegan() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      for (int i = 0; i < 700; i++) {
        on.put("one", "k" + i, "1");
      }
      JsonNode begun = on.ok("CreateBackup", "{'TableName': 'one', 'BackupName': 'busy'}");
      for (int i = 0; i < 700; i++) {
        on.put("one", "k" + i, "2");
      }
      on.work();
      on.ok(
          "RestoreTableFromBackup", restore(begun.at("/BackupDetails/BackupArn").asText(), "two"));
      on.work();

      assertThat(begun.at("/BackupDetails/BackupStatus").asText()).isEqualTo("CREATING");
      assertThat(on.pairs("two")).hasSize(700).allMatch(pair -> pair.endsWith("=1"));
    }
  }

  @Test
  void itsDescriptionHasWhatItKeepsOfTheTable() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.ok(
          "CreateTable",
          "{'TableName': 'one', 'ProvisionedThroughput': {'ReadCapacityUnits': 5,"
              + " 'WriteCapacityUnits': 6},"
              + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},"
              + " {'AttributeName': 'n', 'AttributeType': 'N'}],"
              + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],"
              + " 'GlobalSecondaryIndexes': [{'IndexName': 'by-n', 'KeySchema':"
              + " [{'AttributeName': 'n', 'KeyType': 'HASH'}],"
              + " 'Projection': {'ProjectionType': 'ALL'},"
              + " 'ProvisionedThroughput': {'ReadCapacityUnits': 2, 'WriteCapacityUnits': 3}}]}");
      on.put("one", "a", "1");
      String arn = on.backup("one", "first");

      JsonNode backup =
          on.ok("DescribeBackup", "{'BackupArn': '" + arn + "'}").get("BackupDescription");

      assertThat(arn).matches("arn:aws:dynamodb:us-east-1:\\d{12}:table/one/backup/\\d{14}-\\w{8}");
      assertThat(backup.at("/BackupDetails/BackupStatus").asText()).isEqualTo("AVAILABLE");
      assertThat(backup.at("/BackupDetails/BackupSizeBytes").asLong()).isEqualTo(5);
      assertThat(backup.at("/BackupDetails").has("BackupExpiryDateTime")).isFalse();
      assertThat(backup.at("/SourceTableDetails/ItemCount").asLong()).isEqualTo(1);
      assertThat(backup.at("/SourceTableDetails/TableId"))
          .isEqualTo(on.describe("one").get("TableId"));
      assertThat(backup.at("/SourceTableDetails/ProvisionedThroughput"))
          .hasToString("{\"ReadCapacityUnits\":5,\"WriteCapacityUnits\":6}");
      assertThat(backup.at("/SourceTableFeatureDetails/GlobalSecondaryIndexes/0"))
          .hasToString(
              "{\"IndexName\":\"by-n\",\"KeySchema\":[{\"AttributeName\":\"n\","
                  + "\"KeyType\":\"HASH\"}],\"Projection\":{\"ProjectionType\":\"ALL\"},"
                  + "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":2,"
                  + "\"WriteCapacityUnits\":3}}");
    }
  }

  @Test
  void aBackupThatIsBeingReadIsNeitherReadAgainNorDeleted() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      String arn = on.backup("one", "first");
      on.ok("RestoreTableFromBackup", restore(arn, "two"));

      assertThat(on.error("RestoreTableFromBackup", restore(arn, "three")))
          .isEqualTo("BackupInUseException: Backup is being used to restore another table: " + arn);
      assertThat(on.error("DeleteBackup", "{'BackupArn': '" + arn + "'}"))
          .isEqualTo("BackupInUseException: Backup is being used to restore table: " + arn);

      on.work();
      assertThat(
              on.ok("DeleteBackup", "{'BackupArn': '" + arn + "'}")
                  .at("/BackupDescription/BackupDetails/BackupStatus")
                  .asText())
          .isEqualTo("DELETED");
      assertThat(on.error("DescribeBackup", "{'BackupArn': '" + arn + "'}"))
          .isEqualTo("BackupNotFoundException: Backup not found: " + arn);
    }
  }

  @Test
  void aDeletedTableWithContinuousBackupsLeavesOneBehindForThirtyFiveDays() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      on.enable("one");
      on.put("one", "a", "1");
      on.ok("DeleteTable", RecoveryFixture.named("one"));
      on.ok("ListTables", "{}");
      on.work();

      assertThat(on.ok("ListBackups", "{'TableName': 'one'}").get("BackupSummaries")).isEmpty();
      JsonNode left =
          on.ok("ListBackups", "{'TableName': 'one', 'BackupType': 'SYSTEM'}")
              .at("/BackupSummaries/0");
      String arn = left.get("BackupArn").asText();
      assertThat(left.get("BackupName").asText()).isEqualTo("one$DeletedTableBackup");
      assertThat(left.get("BackupExpiryDateTime").asLong())
          .isEqualTo(on.now().plus(Duration.ofDays(35)).getEpochSecond());
      assertThat(on.error("DeleteBackup", "{'BackupArn': '" + arn + "'}"))
          .startsWith("ValidationException: User is not allowed to delete the system backup");

      on.ok("RestoreTableFromBackup", restore(arn, "one"));
      on.work();
      assertThat(on.pairs("one")).containsExactly("a=1");

      on.clock.advance(Duration.ofDays(35));
      assertThat(on.ok("ListBackups", "{'BackupType': 'ALL'}").get("BackupSummaries")).isEmpty();
      assertThat(on.error("DescribeBackup", "{'BackupArn': '" + arn + "'}"))
          .startsWith("BackupNotFoundException");
    }
  }

  @Test
  void tablesThatAreDeletedAtOnceEachLeaveTheirOwn() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      for (String table : new String[] {"one", "two"}) {
        on.table(table);
        on.enable(table);
        on.put(table, table, "1");
      }
      on.ok("DeleteTable", RecoveryFixture.named("one"));
      on.ok("DeleteTable", RecoveryFixture.named("two"));
      on.ok("ListTables", "{}");
      on.work();

      for (JsonNode backup :
          on.ok("ListBackups", "{'BackupType': 'SYSTEM'}").get("BackupSummaries")) {
        String table = backup.get("TableName").asText();
        on.ok(
            "RestoreTableFromBackup",
            "{'TargetTableName': '"
                + table
                + "', 'BackupArn': '"
                + backup.get("BackupArn").asText()
                + "'}");
        on.work();
        assertThat(on.pairs(table)).containsExactly(table + "=1");
      }
      assertThat(on.ok("ListTables", "{}").get("TableNames")).hasSize(2);
    }
  }

  @Test
  void theListIsPagedAndFilteredByTime() {
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      for (int i = 0; i < 5; i++) {
        on.backup("one", "backup-" + i);
        on.advance(Duration.ofSeconds(10));
      }
      long noon = on.now().minusSeconds(50).getEpochSecond();

      JsonNode first = on.ok("ListBackups", "{'Limit': 2}");
      JsonNode rest =
          on.ok(
              "ListBackups",
              "{'ExclusiveStartBackupArn': '"
                  + first.get("LastEvaluatedBackupArn").asText()
                  + "'}");
      JsonNode middle =
          on.ok(
              "ListBackups",
              "{'TimeRangeLowerBound': "
                  + (noon + 10)
                  + ", 'TimeRangeUpperBound': "
                  + (noon + 30)
                  + "}");

      assertThat(names(first)).containsExactly("backup-0", "backup-1");
      assertThat(names(rest)).containsExactly("backup-2", "backup-3", "backup-4");
      assertThat(rest.has("LastEvaluatedBackupArn")).isFalse();
      assertThat(names(middle)).containsExactly("backup-1", "backup-2");
      assertThat(on.error("ListBackups", "{'TimeRangeLowerBound': 2, 'TimeRangeUpperBound': 1}"))
          .contains("Time range lower bound must be less than or equal to upper bound");
    }
  }

  @Test
  void backupsAreThereAgainWithTheLedgerAndTheVaultButNotThoseThatWereInterrupted() {
    MemoryLedger ledger = new MemoryLedger();
    Storage storage = new Storage(ledger, new MemoryVault(), null, Retention.NONE);
    try (RecoveryFixture on = new RecoveryFixture(folder)) {
      on.table("one");
      String arn = on.backup("one", "first");
      String document =
          "{\"arn\":\"A\",\"name\":\"first\",\"status\":\"S\",\"type\":\"USER\","
              + "\"createdAt\":\"2026-10-01T12:00:00Z\",\"sizeBytes\":5,\"itemCount\":1,"
              + "\"table\":{\"name\":\"one\",\"arn\":\"T\",\"id\":\"I\",\"createdAt\":"
              + "\"2026-10-01T12:00:00Z\",\"provisioned\":false,\"partition\":[\"S pk\"],"
              + "\"sort\":[],\"attributes\":[\"S pk\"],\"readUnits\":0,\"writeUnits\":0,"
              + "\"indexes\":[]}}";
      put(ledger, document, arn, "AVAILABLE");
      put(ledger, document, arn + "1", "CREATING");

      new Recovery(
              RecoverySettings.defaults(),
              name -> {
                throw new IllegalStateException();
              },
              on.scheduler,
              problem -> {})
          .open(storage);

      assertThat(ledger.all("backup")).containsOnlyKeys(arn);
    }
  }

  private static void put(MemoryLedger ledger, String document, String arn, String status) {
    ledger.put(
        "backup",
        arn,
        document
            .replace("\"A\"", '"' + arn + '"')
            .replace("\"S\"", '"' + status + '"')
            .getBytes(StandardCharsets.UTF_8));
  }

  private static java.util.List<String> names(JsonNode list) {
    return list.get("BackupSummaries").findValuesAsText("BackupName");
  }

  private static String restore(String arn, String target) {
    return "{'BackupArn': '" + arn + "', 'TargetTableName': '" + target + "'}";
  }
}
