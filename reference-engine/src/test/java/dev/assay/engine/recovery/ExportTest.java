package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.engine.objects.FolderStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** An engine with the table {@code one}, whose continuous backups are on. */
  private RecoveryFixture engine() {
    RecoveryFixture on =
        new RecoveryFixture(RecoverySettings.defaults().withObjects(() -> new FolderStore(folder)));
    on.table("one");
    on.enable("one");
    return on;
  }

  private static String request(String more) {
    return "{'TableArn': '" + RecoveryFixture.ARN + "one', 'S3Bucket': 'my-bucket'" + more + "}";
  }

  /** Exports, has it done, and gives the description. */
  private static JsonNode export(RecoveryFixture on, String more) {
    JsonNode begun = on.ok("ExportTableToPointInTime", request(more)).get("ExportDescription");
    assertThat(begun.get("ExportStatus").asText()).isEqualTo("IN_PROGRESS");
    on.work();
    return on.ok("DescribeExport", "{'ExportArn': '" + begun.get("ExportArn").asText() + "'}")
        .get("ExportDescription");
  }

  private Path object(String key) {
    return folder.resolve("my-bucket").resolve(key);
  }

  private JsonNode json(String key) throws IOException {
    return JSON.readTree(Files.readString(object(key)));
  }

  private static String text(Path gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The lines of all data files that the manifest names. */
  private List<String> lines(JsonNode description) throws IOException {
    List<String> lines = new ArrayList<>();
    JsonNode summary = json(description.get("ExportManifest").asText());
    for (String file : Files.readAllLines(object(summary.get("manifestFilesS3Key").asText()))) {
      JsonNode entry = JSON.readTree(file);
      List<String> here = text(object(entry.get("dataFileS3Key").asText())).lines().toList();
      assertThat(here).hasSize(entry.get("itemCount").asInt());
      lines.addAll(here);
    }
    return lines;
  }

  @Test
  void everythingIsWhereTheServicePutsIt() throws Exception {
    try (RecoveryFixture on = engine()) {
      for (int i = 0; i < 30; i++) {
        on.put("one", "k" + i, "v");
      }
      JsonNode done = export(on, ", 'S3Prefix': 'mine'");

      assertThat(done.get("ExportStatus").asText()).isEqualTo("COMPLETED");
      assertThat(done.get("ItemCount").asInt()).isEqualTo(30);
      assertThat(done.get("S3SseAlgorithm").asText()).isEqualTo("AES256");
      assertThat(done.get("ExportFormat").asText()).isEqualTo("DYNAMODB_JSON");
      assertThat(done.get("ExportTime")).isEqualTo(done.get("StartTime"));
      String home = done.get("ExportManifest").asText().replace("manifest-summary.json", "");
      assertThat(home).matches("mine/AWSDynamoDB/\\d{14}-\\w{8}/");
      assertThat(object(home + "_started")).isEmptyFile();
      JsonNode summary = json(home + "manifest-summary.json");
      assertThat(summary.properties().stream().map(member -> member.getKey()))
          .containsExactly(
              "version",
              "exportArn",
              "startTime",
              "endTime",
              "tableArn",
              "tableId",
              "exportTime",
              "s3Bucket",
              "s3Prefix",
              "s3SseAlgorithm",
              "s3SseKmsKeyId",
              "manifestFilesS3Key",
              "billedSizeBytes",
              "itemCount",
              "outputFormat",
              "exportType");
      assertThat(summary.get("startTime").asText()).isEqualTo("2026-10-01T12:00:00.000Z");
      assertThat(summary.get("itemCount").asInt()).isEqualTo(30);
      assertThat(Files.readString(object(home + "manifest-summary.checksum")))
          .isEqualTo(md5(object(home + "manifest-summary.json")));
      List<String> files = Files.readAllLines(object(home + "manifest-files.json"));
      assertThat(files).hasSize(4);
      JsonNode file = JSON.readTree(files.get(0));
      String key = file.get("dataFileS3Key").asText();
      assertThat(key).startsWith(home + "data/").endsWith(".json.gz");
      assertThat(file.get("md5Checksum").asText()).isEqualTo(md5(object(key)));
      assertThat(new TreeSet<>(lines(done)))
          .hasSize(30)
          .contains("{\"Item\":{\"pk\":{\"S\":\"k7\"},\"v\":{\"S\":\"v\"}}}");
    }
  }

  private static String md5(Path file) throws Exception {
    return Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
  }

  @Test
  void anExportOfTheMomentBeforeHasWhatWasThere() throws Exception {
    try (RecoveryFixture on = engine()) {
      on.put("one", "a", "1");
      long then = on.now().getEpochSecond();
      on.advance(Duration.ofMinutes(1));
      on.put("one", "a", "2");

      assertThat(lines(export(on, ", 'ExportTime': " + then)))
          .containsExactly("{\"Item\":{\"pk\":{\"S\":\"a\"},\"v\":{\"S\":\"1\"}}}");
    }
  }

  @Test
  void ionHasItsOwnTypes() throws Exception {
    try (RecoveryFixture on = engine()) {
      on.ok(
          "PutItem",
          "{'TableName': 'one', 'Item': {'pk': {'S': 'a'}, 'n': {'N': '600'}, 'd': {'N': '1.5'},"
              + " 'ss': {'SS': ['x', 'y']}, 'ns': {'NS': ['1']}, 'b': {'B': 'AQI='},"
              + " 't': {'BOOL': true}, 'z': {'NULL': true}, 'l': {'L': [{'S': 'e'}]},"
              + " 'm': {'M': {'k': {'N': '7'}}}}}");

      assertThat(lines(export(on, ", 'ExportFormat': 'ION'")))
          .containsExactly(
              "$ion_1_0 {Item:{b:{{AQI=}},d:1.5,l:[\"e\"],m:{k:7.},n:6d2,"
                  + "ns:$dynamodb_NS::[1.],pk:\"a\",ss:$dynamodb_SS::[\"x\",\"y\"],t:true,"
                  + "z:null}}");
    }
  }

  @Test
  void anIncrementalExportHasEachChangedItemOnce() throws Exception {
    try (RecoveryFixture on = engine()) {
      on.put("one", "updated", "1");
      on.put("one", "deleted", "1");
      on.put("one", "same", "1");
      on.advance(Duration.ofMinutes(1));
      Instant from = on.now();
      on.put("one", "inserted", "1");
      on.put("one", "updated", "2");
      on.put("one", "updated", "3");
      on.put("one", "passing", "1");
      on.ok("DeleteItem", "{'TableName': 'one', 'Key': {'pk': {'S': 'deleted'}}}");
      on.ok("DeleteItem", "{'TableName': 'one', 'Key': {'pk': {'S': 'passing'}}}");
      on.advance(Duration.ofMinutes(20));
      Instant to = on.now();
      on.put("one", "later", "1");

      JsonNode both = export(on, stretch(from, to, "NEW_AND_OLD_IMAGES"));
      String written =
          "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\""
              + from.getEpochSecond()
              + "000000\"}},";
      assertThat(both.get("BilledSizeBytes").asLong()).isEqualTo(10_000_000);
      assertThat(both.has("ExportTime")).isFalse();
      assertThat(lines(both))
          .containsExactlyInAnyOrder(
              written
                  + "\"Keys\":"
                  + key("inserted")
                  + ",\"NewImage\":"
                  + item("inserted", "1")
                  + "}",
              written
                  + "\"Keys\":"
                  + key("updated")
                  + ",\"OldImage\":"
                  + item("updated", "1")
                  + ",\"NewImage\":"
                  + item("updated", "3")
                  + "}",
              written
                  + "\"Keys\":"
                  + key("deleted")
                  + ",\"OldImage\":"
                  + item("deleted", "1")
                  + "}");
      JsonNode summary = json(both.get("ExportManifest").asText());
      assertThat(summary.get("version").asText()).isEqualTo("2023-08-01");
      assertThat(summary.get("outputView").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
      assertThat(object("AWSDynamoDB/data")).isDirectory();

      assertThat(lines(export(on, stretch(from, to, "NEW_IMAGE"))))
          .containsExactlyInAnyOrder(
              written
                  + "\"Keys\":"
                  + key("inserted")
                  + ",\"NewImage\":"
                  + item("inserted", "1")
                  + "}",
              written
                  + "\"Keys\":"
                  + key("updated")
                  + ",\"NewImage\":"
                  + item("updated", "3")
                  + "}",
              written + "\"Keys\":" + key("deleted") + "}");
    }
  }

  private static String key(String pk) {
    return "{\"pk\":{\"S\":\"" + pk + "\"}}";
  }

  private static String item(String pk, String v) {
    return "{\"pk\":{\"S\":\"" + pk + "\"},\"v\":{\"S\":\"" + v + "\"}}";
  }

  private static String stretch(Instant from, Instant to, String view) {
    return ", 'ExportType': 'INCREMENTAL_EXPORT', 'IncrementalExportSpecification':"
        + " {'ExportFromTime': "
        + from.getEpochSecond()
        + ", 'ExportToTime': "
        + to.getEpochSecond()
        + ", 'ExportViewType': '"
        + view
        + "'}";
  }

  @Test
  void aTokenBeginsOneExport() {
    try (RecoveryFixture on = engine()) {
      JsonNode first = on.ok("ExportTableToPointInTime", request(", 'ClientToken': 't'"));
      JsonNode again = on.ok("ExportTableToPointInTime", request(", 'ClientToken': 't'"));

      assertThat(again.at("/ExportDescription/ExportArn"))
          .isEqualTo(first.at("/ExportDescription/ExportArn"));
      assertThat(
              on.error(
                  "ExportTableToPointInTime", request(", 'ClientToken': 't', 'S3Prefix': 'x'")))
          .isEqualTo(
              "ExportConflictException: Export conflict: Duplicate request detected with"
                  + " conflicting parameters");
    }
  }

  @Test
  void whatIsWrongWithTheBucketShowsInTheDescription() throws Exception {
    try (RecoveryFixture on =
        new RecoveryFixture(
            RecoverySettings.defaults().withObjects(() -> new FolderStore(folder)))) {
      on.table("one");
      on.enable("one");
      // Nobody can make a folder where a file is.
      Files.writeString(folder.resolve("my-bucket"), "");
      JsonNode failed = export(on, "");

      assertThat(failed.get("ExportStatus").asText()).isEqualTo("FAILED");
      assertThat(failed.has("FailureCode")).isTrue();
      assertThat(failed.has("ExportManifest")).isFalse();
    }
  }

  @Test
  void withoutContinuousBackupsThereIsNone() {
    try (RecoveryFixture on = engine()) {
      on.table("two");

      assertThat(on.error("ExportTableToPointInTime", request("").replace("/one'", "/two'")))
          .isEqualTo(
              "PointInTimeRecoveryUnavailableException: Point in time recovery is not enabled for"
                  + " table 'two'");
    }
  }
}
