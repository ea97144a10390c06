package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.QueuedScheduler;
import dev.assay.engine.objects.FolderStore;
import dev.assay.engine.recovery.RecoverySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An engine that starts again")
class RecoveryRestartTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  @TempDir Path base;
  private final ManualClock clock = ManualClock.atNoon();
  private final QueuedScheduler jobs = new QueuedScheduler();
  private DataFixture data;
  private EngineFixture engine;

  @BeforeEach
  void begin() {
    data = new DataFixture(base).withEngine(this::settings);
    engine = data.start();
  }

  @AfterEach
  void end() {
    data.close();
  }

  private EngineSettings settings(EngineSettings settings) {
    return settings
        .withClock(clock)
        .withBackground(BackgroundSettings.defaults().withScheduler(jobs))
        .withRecovery(
            RecoverySettings.defaults().withObjects(() -> new FolderStore(base.resolve("s3"))));
  }

  private void again(boolean killed) {
    engine = killed ? data.killAndStart() : data.closeAndStart();
  }

  private JsonNode ok(String operation, String json) {
    return engine.ok(operation, json);
  }

  private void table(String name) {
    ok(
        "CreateTable",
        "{'TableName': '"
            + name
            + "', 'BillingMode': 'PAY_PER_REQUEST',"
            + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}");
  }

  private void enable(String table, int days) {
    ok(
        "UpdateContinuousBackups",
        "{'TableName': '%s', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true, 'RecoveryPeriodInDays': %d}}"
            .formatted(table, days));
  }

  private void put(String table, String key, String value) {
    ok(
        "PutItem",
        "{'TableName': '%s', 'Item': {'pk': {'S': '%s'}, 'v': {'S': '%s'}}}"
            .formatted(table, key, value));
  }

  private SortedSet<String> pairs(String table) {
    TreeSet<String> pairs = new TreeSet<>();
    ok("Scan", "{'TableName': '" + table + "'}")
        .get("Items")
        .forEach(item -> pairs.add(item.at("/pk/S").asText() + "=" + item.at("/v/S").asText()));
    return pairs;
  }

  private String backup(String table, String name) {
    return ok("CreateBackup", "{'TableName': '" + table + "', 'BackupName': '" + name + "'}")
        .at("/BackupDetails/BackupArn")
        .asText();
  }

  private String restore(String target, Instant moment) {
    ok(
        "RestoreTableToPointInTime",
        "{'SourceTableName': 'tab', 'TargetTableName': '"
            + target
            + "', 'RestoreDateTime': "
            + moment.getEpochSecond()
            + "}");
    jobs.work();
    return target;
  }

  private String exportRequest(String more) {
    return "{'TableArn': '" + ARN + "tab', 'S3Bucket': 'bucket'" + more + "}";
  }

  private static String importRequest(String table, String prefix, String more) {
    return "{'S3BucketSource': {'S3Bucket': 'bucket', 'S3KeyPrefix': '"
        + prefix
        + "'}, 'InputFormat': 'DYNAMODB_JSON', 'InputCompressionType': 'GZIP',"
        + " 'TableCreationParameters': {'TableName': '"
        + table
        + "', 'BillingMode': 'PAY_PER_REQUEST',"
        + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
        + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}"
        + more
        + "}";
  }

  @Test
  @DisplayName("restores to any second before and after")
  void restoresToAnySecondBeforeAndAfter() {
    table("tab");
    enable("tab", 7);
    List<Instant> moments = new ArrayList<>();
    List<SortedSet<String>> held = new ArrayList<>();
    // Twice as long as what is kept in memory beside the disk.
    for (int i = 0; i < 30; i++) {
      if (i == 15) {
        again(false);
      }
      put("tab", "k" + i % 7, "v" + i);
      if (i % 5 == 4) {
        ok("DeleteItem", "{'TableName': 'tab', 'Key': {'pk': {'S': 'k" + i % 3 + "'}}}");
      }
      moments.add(clock.instant());
      held.add(pairs("tab"));
      clock.advance(Duration.ofSeconds(50));
    }
    String before = recovery();
    again(true);
    assertThat(recovery()).isEqualTo(before);
    for (int i = 0; i < 30; i += 3) {
      assertThat(pairs(restore("at-" + i, moments.get(i))))
          .as("moment " + i)
          .isEqualTo(held.get(i));
    }
  }

  private String recovery() {
    return ok("DescribeContinuousBackups", "{'TableName': 'tab'}").toString();
  }

  @ParameterizedTest(name = "after it was killed: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("knows its backups, exports and imports, and the tokens that began them")
  void knowsWhatItHadDone(boolean killed) {
    table("tab");
    enable("tab", 35);
    put("tab", "a", "1");
    String kept = backup("tab", "kept");
    JsonNode export = ok("ExportTableToPointInTime", exportRequest(", 'ClientToken': 'e'"));
    jobs.work();
    String id = export.at("/ExportDescription/ExportArn").asText().replaceAll(".*/", "");
    String asked = importRequest("taken", "AWSDynamoDB/" + id + "/data/", ", 'ClientToken': 'i'");
    JsonNode made = ok("ImportTable", asked);
    jobs.work();
    put("tab", "a", "2");
    table("gone");
    enable("gone", 35);
    put("gone", "g", "1");
    ok("DeleteTable", "{'TableName': 'gone'}");
    ok("ListTables", "{}");
    jobs.work();
    String backups = ok("ListBackups", "{'BackupType': 'ALL'}").toString();
    String exported =
        ok(
                "DescribeExport",
                "{'ExportArn': '" + export.at("/ExportDescription/ExportArn").asText() + "'}")
            .toString();
    String imported = describeImport(made);
    assertThat(backups).contains("gone$DeletedTableBackup").contains(kept);
    assertThat(exported).contains("COMPLETED");
    assertThat(imported).contains("COMPLETED");

    again(killed);

    assertThat(ok("ListBackups", "{'BackupType': 'ALL'}").toString()).isEqualTo(backups);
    assertThat(
            ok(
                    "DescribeExport",
                    "{'ExportArn': '" + export.at("/ExportDescription/ExportArn").asText() + "'}")
                .toString())
        .isEqualTo(exported);
    assertThat(describeImport(made)).isEqualTo(imported);
    assertThat(ok("ListExports", "{}").get("ExportSummaries")).hasSize(1);
    assertThat(ok("ListImports", "{}").get("ImportSummaryList")).hasSize(1);
    assertThat(
            ok("ExportTableToPointInTime", exportRequest(", 'ClientToken': 'e'"))
                .at("/ExportDescription/ExportArn"))
        .isEqualTo(export.at("/ExportDescription/ExportArn"));
    assertThat(ok("ImportTable", asked).at("/ImportTableDescription/ImportArn"))
        .isEqualTo(made.at("/ImportTableDescription/ImportArn"));
    assertThat(pairs("taken")).containsExactly("a=1");
    ok("RestoreTableFromBackup", "{'TargetTableName': 'back', 'BackupArn': '" + kept + "'}");
    jobs.work();
    assertThat(pairs("back")).containsExactly("a=1");
    String system =
        ok("ListBackups", "{'BackupType': 'SYSTEM'}").at("/BackupSummaries/0/BackupArn").asText();
    ok("RestoreTableFromBackup", "{'TargetTableName': 'gone', 'BackupArn': '" + system + "'}");
    jobs.work();
    assertThat(pairs("gone")).containsExactly("g=1");
    assertThat(engine.accidents()).isEmpty();
  }

  @ParameterizedTest(name = "after it was killed: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("writes the backup that a deleted table leaves behind, whenever it ended")
  void writesTheBackupOfADeletedTable(boolean killed) {
    table("tab");
    enable("tab", 35);
    for (int i = 0; i < 1_200; i++) {
      put("tab", "k" + i % 700, "v" + i);
    }
    ok("DeleteItem", "{'TableName': 'tab', 'Key': {'pk': {'S': 'k1'}}}");
    SortedSet<String> held = pairs("tab");
    ok("DeleteTable", "{'TableName': 'tab'}");
    assertThat(ok("ListTables", "{}").get("TableNames")).isEmpty();
    // It has not even begun; then another table of the name has come, and it ends once more.
    again(killed);
    table("tab");
    put("tab", "other", "table");
    again(true);
    again(false);

    JsonNode creating = ok("ListBackups", "{'BackupType': 'SYSTEM'}").at("/BackupSummaries/0");
    assertThat(creating.path("BackupStatus").asText()).isEqualTo("CREATING");
    jobs.work();
    JsonNode backups = ok("ListBackups", "{'BackupType': 'SYSTEM'}").get("BackupSummaries");
    assertThat(backups).hasSize(1);
    assertThat(backups.get(0).path("BackupStatus").asText()).isEqualTo("AVAILABLE");
    assertThat(backups.get(0).path("BackupArn")).isEqualTo(creating.path("BackupArn"));
    ok(
        "RestoreTableFromBackup",
        "{'TargetTableName': 'back', 'BackupArn': '%s'}"
            .formatted(creating.path("BackupArn").asText()));
    jobs.work();
    assertThat(pairs("back")).isEqualTo(held);
    assertThat(engine.accidents()).isEmpty();
    again(killed);
    assertThat(ok("ListBackups", "{'BackupType': 'SYSTEM'}").get("BackupSummaries"))
        .isEqualTo(backups);
  }

  private String describeImport(JsonNode made) {
    return ok(
            "DescribeImport",
            "{'ImportArn': '" + made.at("/ImportTableDescription/ImportArn").asText() + "'}")
        .toString();
  }

  @Test
  @DisplayName("shows what it died over as failed or gone, and leaves no half table")
  void showsWhatItDiedOver() {
    table("tab");
    enable("tab", 35);
    put("tab", "a", "1");
    String first = backup("tab", "first");
    jobs.work();
    String unfinished = backup("tab", "unfinished");
    JsonNode export = ok("ExportTableToPointInTime", exportRequest(""));
    JsonNode made = ok("ImportTable", importRequest("taken", "x", ""));
    ok("RestoreTableFromBackup", "{'TargetTableName': 'back', 'BackupArn': '" + first + "'}");

    again(true);

    assertThat(engine.call("DescribeBackup", "{'BackupArn': '" + unfinished + "'}").errorType())
        .isEqualTo("BackupNotFoundException");
    assertThat(
            ok(
                    "DescribeExport",
                    "{'ExportArn': '" + export.at("/ExportDescription/ExportArn").asText() + "'}")
                .at("/ExportDescription/ExportStatus")
                .asText())
        .isEqualTo("FAILED");
    assertThat(describeImport(made)).contains("\"ImportStatus\":\"FAILED\"");
    assertThat(ok("ListTables", "{}").get("TableNames").toString()).isEqualTo("[\"tab\"]");
    // Nothing holds the backup any more, and the names are free.
    ok("RestoreTableFromBackup", "{'TargetTableName': 'back', 'BackupArn': '" + first + "'}");
    jobs.work();
    assertThat(pairs("back")).containsExactly("a=1");
    ok("DeleteBackup", "{'BackupArn': '" + first + "'}");
  }
}
