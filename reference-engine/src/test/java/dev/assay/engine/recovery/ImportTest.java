package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final String NUMBERS =
      "'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'N'}]";

  @TempDir Path folder;
  private RecoveryFixture on;

  @BeforeEach
  void start() {
    on = new RecoveryFixture(folder);
  }

  @AfterEach
  void close() {
    on.close();
  }

  private void object(String key, byte[] bytes) throws IOException {
    Path file = folder.resolve("source").resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void object(String key, String text) throws IOException {
    object(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String request(String format, String prefix, String more) {
    return "{'S3BucketSource': {'S3Bucket': 'source', 'S3KeyPrefix': '"
        + prefix
        + "'}, 'InputFormat': '"
        + format
        + "', 'TableCreationParameters': {'TableName': 'one', 'BillingMode': 'PAY_PER_REQUEST',"
        + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],"
        + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}"
        + more
        + "}";
  }

  private JsonNode done(String request) {
    JsonNode begun = on.ok("ImportTable", request).get("ImportTableDescription");
    assertThat(begun.get("ImportStatus").asText()).isEqualTo("IN_PROGRESS");
    on.work();
    return on.ok("DescribeImport", "{'ImportArn': '" + begun.get("ImportArn").asText() + "'}")
        .get("ImportTableDescription");
  }

  private static void assertCounts(JsonNode made, int processed, int imported, int errors) {
    assertThat(made.get("ProcessedItemCount").asInt()).isEqualTo(processed);
    assertThat(made.get("ImportedItemCount").asInt()).isEqualTo(imported);
    assertThat(made.get("ErrorCount").asInt()).isEqualTo(errors);
  }

  @Test
  void everyObjectWithThePrefixIsRead() throws IOException {
    object("data/1.json", "{\"Item\":{\"pk\":{\"S\":\"a\"},\"v\":{\"S\":\"1\"}}}\n");
    object("data2/2.json", "\n{\"Item\":{\"pk\":{\"S\":\"b\"},\"v\":{\"S\":\"2\"}}}");
    object("other/3.json", "{\"Item\":{\"pk\":{\"S\":\"c\"}}}");

    JsonNode made = done(request("DYNAMODB_JSON", "data", ""));

    assertThat(made.get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertCounts(made, 2, 2, 0);
    assertThat(made.get("ProcessedSizeBytes").asLong())
        .isEqualTo(2L * "{'Item':{'pk':{'S':'a'},'v':{'S':'1'}}}\n".length());
    assertThat(made.get("InputCompressionType").asText()).isEqualTo("NONE");
    assertThat(made.at("/S3BucketSource/S3BucketOwner").asText()).isEqualTo("000000000000");
    assertThat(made.get("CloudWatchLogGroupArn").asText())
        .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:/aws-dynamodb/imports:*");
    assertThat(made.at("/TableCreationParameters/BillingMode").asText())
        .isEqualTo("PAY_PER_REQUEST");
    assertThat(on.pairs("one")).containsExactly("a=1", "b=2");
    assertThat(on.describe("one").get("TableStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void anItemThatDoesNotFitIsCountedAndTheOthersStay() throws Exception {
    object(
        "data.json",
        """
        {"Item":{"pk":{"S":"a"},"v":{"S":"1"}}}
        {"Item":{"v":{"S":"no key"}}}
        {"Item":{"pk":{"N":"1"}}}
        {"Item":{"pk":{"S":"b"},"v":{"N":"not a number"}}}
        {"NoItem":{}}
        {"Item":{"pk":{"S":"c"},"v":{"S":"3"}}}
        """);

    JsonNode made = done(request("DYNAMODB_JSON", "data.json", ""));

    assertThat(made.get("ImportStatus").asText()).isEqualTo("FAILED");
    assertThat(made.get("FailureCode").asText()).isEqualTo("ItemValidationError");
    assertThat(made.get("FailureMessage").asText())
        .isEqualTo(
            "Some of the items failed validation checks and were not imported. Please check"
                + " CloudWatch error logs for more details.");
    assertCounts(made, 6, 2, 4);
    assertThat(on.pairs("one")).containsExactly("a=1", "c=3");
    URI log =
        on.engine
            .uri()
            .resolve("/_assay/import-errors?importArn=" + made.get("ImportArn").asText());
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(log).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body().lines().toList())
        .hasSize(4)
        .contains(
            "{\"itemS3Pointer\":\"data.json\",\"line\":2,\"errorMessage\":\"One or more parameter"
                + " values were invalid: Missing the key pk in the item\"}");
  }

  @Test
  void theRestOfAnObjectIsPassedOverWhereItIsMalformed() throws IOException {
    object("a.json", "{\"Item\":{\"pk\":{\"S\":\"a\"},\"v\":{\"S\":\"1\"}}}\n{garbage\n{\"Item\"");
    object("b.json", "{\"Item\":{\"pk\":{\"S\":\"b\"},\"v\":{\"S\":\"1\"}}}\n");

    JsonNode made = done(request("DYNAMODB_JSON", "", ""));

    assertCounts(made, 3, 2, 1);
    assertThat(on.pairs("one")).containsExactly("a=1", "b=1");
  }

  @Test
  void aSourceThatIsNotThereLeavesNoTable() {
    JsonNode made = done(request("DYNAMODB_JSON", "", ""));

    assertThat(made.get("ImportStatus").asText()).isEqualTo("FAILED");
    assertThat(made.get("FailureCode").asText()).isEqualTo("S3NoSuchBucket");
    assertThat(on.error("DescribeTable", RecoveryFixture.named("one")))
        .startsWith("ResourceNotFoundException");
  }

  @Test
  void aPrefixThatNoObjectHasMakesAnEmptyTable() throws IOException {
    object("x.json", "");

    assertThat(done(request("DYNAMODB_JSON", "y", "")).get("ImportStatus").asText())
        .isEqualTo("COMPLETED");
    assertThat(on.pairs("one")).isEmpty();
  }

  @Test
  void csvHasStringsExceptForKeys() throws IOException {
    object("a.csv", "pk,v,w\n1,\"x,\"\"y\"\"\",\n2.50,7,z\n");

    JsonNode made =
        done(
            request("CSV", "", "")
                .replace(
                    "'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}]",
                    NUMBERS));

    assertCounts(made, 2, 2, 0);
    assertThat(made.has("InputFormatOptions")).isFalse();
    assertThat(on.items("one"))
        .containsExactly(
            "{\"pk\":{\"N\":\"1\"},\"v\":{\"S\":\"x,\\\"y\\\"\"},\"w\":{\"S\":\"\"}}",
            "{\"pk\":{\"N\":\"2.5\"},\"v\":{\"S\":\"7\"},\"w\":{\"S\":\"z\"}}");
  }

  @Test
  void csvMayHaveAnotherDelimiterAndItsHeaderInTheRequest() throws IOException {
    object("a.csv", "a;1\nb;2\ntoo;many;fields\n");

    JsonNode made =
        done(
            request(
                "CSV",
                "",
                ", 'InputFormatOptions': {'Csv': {'Delimiter': ';', 'HeaderList': ['pk', 'v']}}"));

    assertCounts(made, 3, 2, 1);
    assertThat(made.at("/InputFormatOptions/Csv/Delimiter").asText()).isEqualTo(";");
    assertThat(on.pairs("one")).containsExactly("a=1", "b=2");
  }

  @Test
  void gzipAndZstdAreTakenApart() throws IOException {
    String line = "{\"Item\":{\"pk\":{\"S\":\"a\"},\"v\":{\"S\":\"1\"}}}\n";
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
    object("g/a.json.gz", gzip.toByteArray());
    object("z/a.json.zst", Zstd.compress(line.getBytes(StandardCharsets.UTF_8)));

    assertCounts(done(request("DYNAMODB_JSON", "g/", ", 'InputCompressionType': 'GZIP'")), 1, 1, 0);
    assertCounts(
        done(
            request("DYNAMODB_JSON", "z/", ", 'InputCompressionType': 'ZSTD'")
                .replace("'one'", "'two'")),
        1,
        1,
        0);
    assertCounts(
        done(
            request("DYNAMODB_JSON", "z/", ", 'InputCompressionType': 'GZIP'")
                .replace("'one'", "'three'")),
        1,
        0,
        1);
  }

  @Test
  void whatWasExportedIsImportedAgain() throws IOException {
    on.table("origin");
    on.enable("origin");
    on.ok(
        "PutItem",
        "{'TableName': 'origin', 'Item': {'pk': {'S': 'a'}, 'n': {'N': '600'},"
            + " 'ss': {'SS': ['x', 'y']}, 'ns': {'NS': ['1', '2.5']}, 'b': {'B': 'AQI='},"
            + " 'bs': {'BS': ['AQ==']}, 't': {'BOOL': true}, 'z': {'NULL': true},"
            + " 'l': {'L': [{'S': 'e'}]}, 'm': {'M': {'k': {'N': '-7'}}}}}");
    on.put("origin", "b", "2");
    for (String format : new String[] {"DYNAMODB_JSON", "ION"}) {
      JsonNode export =
          on.ok(
              "ExportTableToPointInTime",
              "{'TableArn': '"
                  + RecoveryFixture.ARN
                  + "origin', 'S3Bucket': 'source', 'ExportFormat': '"
                  + format
                  + "'}");
      on.work();
      String id = export.at("/ExportDescription/ExportArn").asText().replaceAll(".*/", "");
      String target = "from-" + format;

      JsonNode made =
          done(
              request(format, "AWSDynamoDB/" + id + "/data/", ", 'InputCompressionType': 'GZIP'")
                  .replace("'one'", "'" + target + "'"));

      assertCounts(made, 2, 2, 0);
      assertThat(on.items(target)).isEqualTo(on.items("origin"));
    }
  }

  @Test
  void aTokenBeginsOneImport() throws IOException {
    object("a.json", "");
    String asked = request("DYNAMODB_JSON", "", ", 'ClientToken': 't'");
    JsonNode first = arnOf(on.ok("ImportTable", asked));

    assertThat(arnOf(on.ok("ImportTable", asked))).isEqualTo(first);
    on.work();
    assertThat(arnOf(on.ok("ImportTable", asked))).isEqualTo(first);
    for (String other :
        List.of(
            asked.replace("'one'", "'another'"),
            asked.replace("'S3KeyPrefix': ''", "'S3KeyPrefix': 'other'"),
            asked.replace("DYNAMODB_JSON", "ION"))) {
      assertThat(on.error("ImportTable", other))
          .isEqualTo(
              "ImportConflictException: Import conflict: Duplicate request detected with"
                  + " conflicting parameters");
    }
    assertThat(on.error("ImportTable", request("DYNAMODB_JSON", "", "")))
        .isEqualTo("ResourceInUseException: Table already exists: one");
  }

  @Test
  void aTokenStandsForEightHours() throws IOException {
    object("a.json", "");
    String asked = request("DYNAMODB_JSON", "", ", 'ClientToken': 't'");
    JsonNode first = arnOf(on.ok("ImportTable", asked));
    on.work();
    on.ok("DeleteTable", "{'TableName': 'one'}");

    on.advance(Duration.ofHours(8).minusSeconds(1));
    assertThat(arnOf(on.ok("ImportTable", asked))).isEqualTo(first);
    on.advance(Duration.ofSeconds(1));
    assertThat(arnOf(on.ok("ImportTable", asked))).isNotEqualTo(first);
  }

  private static JsonNode arnOf(JsonNode answer) {
    return answer.at("/ImportTableDescription/ImportArn");
  }
}
