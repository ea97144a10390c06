package dev.assay.engine.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.objects.FolderStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/** An engine whose clock and jobs a test moves on, with a folder for its buckets. */
final class RecoveryFixture implements AutoCloseable {
  static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  final ManualClock clock = ManualClock.atNoon();
  final ManualScheduler scheduler = new ManualScheduler(clock);
  final EngineFixture engine;

  RecoveryFixture(Path folder) {
    this(RecoverySettings.defaults().withObjects(() -> new FolderStore(folder)));
  }

  RecoveryFixture(RecoverySettings settings) {
    engine =
        EngineFixture.start(
            EngineSettings.defaults()
                .withClock(clock)
                .withBackground(BackgroundSettings.defaults().withScheduler(scheduler))
                .withRecovery(settings));
  }

  JsonNode ok(String operation, String json) {
    return engine.ok(operation, json);
  }

  String error(String operation, String json) {
    return engine.call(operation, json).error();
  }

  void advance(Duration by) {
    scheduler.advance(by);
  }

  /** Has jobs done what they do at once. */
  void work() {
    scheduler.advance(Duration.ZERO);
  }

  Instant now() {
    return clock.instant();
  }

  /** A table with the key {@code pk}, on demand. */
  void table(String name) {
    ok(
        "CreateTable",
        "{'TableName': '"
            + name
            + "', 'BillingMode': 'PAY_PER_REQUEST',"
            + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}");
  }

  void put(String table, String key, String value) {
    ok(
        "PutItem",
        "{'TableName': '"
            + table
            + "', 'Item': {'pk': {'S': '"
            + key
            + "'}, 'v': {'S': '"
            + value
            + "'}}}");
  }

  void enable(String table) {
    ok(
        "UpdateContinuousBackups",
        "{'TableName': '"
            + table
            + "', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}");
  }

  JsonNode recoveryOf(String table) {
    return ok("DescribeContinuousBackups", named(table))
        .at("/ContinuousBackupsDescription/PointInTimeRecoveryDescription");
  }

  /** Restores a table, and has the restore done. */
  void restore(String source, String target, Instant moment) {
    ok(
        "RestoreTableToPointInTime",
        "{'SourceTableName': '"
            + source
            + "', 'TargetTableName': '"
            + target
            + "', 'RestoreDateTime': "
            + moment.getEpochSecond()
            + "}");
    work();
  }

  String backup(String table, String name) {
    String arn =
        ok("CreateBackup", "{'TableName': '" + table + "', 'BackupName': '" + name + "'}")
            .at("/BackupDetails/BackupArn")
            .asText();
    work();
    return arn;
  }

  JsonNode describe(String table) {
    return ok("DescribeTable", named(table)).get("Table");
  }

  /** All items, as JSON texts in their order. */
  SortedSet<String> items(String table) {
    TreeSet<String> items = new TreeSet<>();
    ok("Scan", named(table)).get("Items").forEach(item -> items.add(item.toString()));
    return items;
  }

  /** Keys and values of all items of {@link #put}: {@code a=1}. */
  SortedSet<String> pairs(String table) {
    TreeSet<String> pairs = new TreeSet<>();
    ok("Scan", named(table))
        .get("Items")
        .forEach(item -> pairs.add(item.at("/pk/S").asText() + "=" + item.at("/v/S").asText()));
    return pairs;
  }

  static String named(String table) {
    return "{'TableName': '" + table + "'}";
  }

  @Override
  public void close() {
    engine.close();
  }
}
