package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreOverridesTest {
  private static final String BY_N =
      "{'IndexName': 'NAME', 'KeySchema': [{'AttributeName': 'n', 'KeyType': 'HASH'}],"
          + " 'Projection': {'ProjectionType': 'KEYS_ONLY'}UNITS}";
  private static final String UNITS =
      ", 'ProvisionedThroughput': {'ReadCapacityUnits': 2, 'WriteCapacityUnits': 3}";
  private static final String LOCAL =
      "{'IndexName': 'NAME', 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'},"
          + " {'AttributeName': 'm', 'KeyType': 'RANGE'}],"
          + " 'Projection': {'ProjectionType': 'ALL'}}";

  @TempDir Path folder;
  private RecoveryFixture on;

  @BeforeEach
  void createProvisionedTable() {
    on = new RecoveryFixture(folder);
    on.ok(
        "CreateTable",
        "{'TableName': 'one', 'ProvisionedThroughput': {'ReadCapacityUnits': 5,"
            + " 'WriteCapacityUnits': 6},"
            + " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},"
            + " {'AttributeName': 'sk', 'AttributeType': 'S'},"
            + " {'AttributeName': 'm', 'AttributeType': 'N'},"
            + " {'AttributeName': 'n', 'AttributeType': 'N'}],"
            + " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'},"
            + " {'AttributeName': 'sk', 'KeyType': 'RANGE'}],"
            + " 'GlobalSecondaryIndexes': ["
            + BY_N.replace("NAME", "by-n").replace("UNITS", UNITS)
            + "], 'LocalSecondaryIndexes': ["
            + LOCAL.replace("NAME", "by-m")
            + "]}");
    on.ok(
        "PutItem",
        "{'TableName': 'one', 'Item': {'pk': {'S': 'a'}, 'sk': {'S': 'b'}, 'n': {'N': '1'},"
            + " 'm': {'N': '2'}}}");
    on.enable("one");
  }

  @AfterEach
  void close() {
    on.close();
  }

  private JsonNode restored(String overrides) {
    on.ok("RestoreTableToPointInTime", request(overrides));
    on.work();
    return on.describe("two");
  }

  private static String request(String overrides) {
    return "{'SourceTableName': 'one', 'TargetTableName': 'two', 'UseLatestRestorableTime': true"
        + overrides
        + "}";
  }

  @Test
  void withoutAnyTheTableIsLikeItsSource() {
    JsonNode two = restored("");

    assertThat(two.at("/ProvisionedThroughput/ReadCapacityUnits").asLong()).isEqualTo(5);
    assertThat(two.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("by-n");
    assertThat(two.at("/GlobalSecondaryIndexes/0/ItemCount").asLong()).isEqualTo(1);
    assertThat(
            two.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/WriteCapacityUnits").asLong())
        .isEqualTo(3);
    assertThat(two.at("/LocalSecondaryIndexes/0/ItemCount").asLong()).isEqualTo(1);
  }

  @Test
  void emptyListsLeaveTheIndexesAndTheirAttributesOut() {
    JsonNode two =
        restored(", 'GlobalSecondaryIndexOverride': [], 'LocalSecondaryIndexOverride': []");

    assertThat(two.has("GlobalSecondaryIndexes")).isFalse();
    assertThat(two.has("LocalSecondaryIndexes")).isFalse();
    assertThat(two.get("AttributeDefinitions")).hasSize(2);
  }

  @Test
  void anIndexMayHaveAnotherNameAndCapacityButNotAnotherShape() {
    JsonNode two =
        restored(
            ", 'GlobalSecondaryIndexOverride': ["
                + BY_N.replace("NAME", "renamed").replace("UNITS", UNITS.replace("': 2", "': 20"))
                + "]");

    assertThat(two.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("renamed");
    assertThat(two.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits").asLong())
        .isEqualTo(20);
    assertThat(
            on.error(
                "RestoreTableToPointInTime",
                request(
                    ", 'LocalSecondaryIndexOverride': ["
                        + LOCAL.replace("NAME", "other").replace("'m'", "'x'")
                        + "]")))
        .isEqualTo(
            "ValidationException: Index other does not match a secondary index that existed in"
                + " the source table and cannot be created during the restore operation");
  }

  @Test
  void billingMayBecomePayPerRequestWithItsIndexes() {
    JsonNode two =
        restored(
            ", 'BillingModeOverride': 'PAY_PER_REQUEST',"
                + " 'OnDemandThroughputOverride': {'MaxReadRequestUnits': 40}");

    assertThat(two.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(two.at("/ProvisionedThroughput/ReadCapacityUnits").asLong()).isZero();
    assertThat(two.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits").asLong())
        .isZero();
    assertThat(two.at("/OnDemandThroughput/MaxReadRequestUnits").asLong()).isEqualTo(40);
  }

  @Test
  void capacityIsOverriddenForTheTableOnly() {
    JsonNode two =
        restored(
            ", 'ProvisionedThroughputOverride': {'ReadCapacityUnits': 50,"
                + " 'WriteCapacityUnits': 60}");

    assertThat(two.at("/ProvisionedThroughput/WriteCapacityUnits").asLong()).isEqualTo(60);
    assertThat(two.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits").asLong())
        .isEqualTo(2);
    assertThat(
            on.error(
                "RestoreTableToPointInTime",
                request(
                        ", 'BillingModeOverride': 'PAY_PER_REQUEST',"
                            + " 'ProvisionedThroughputOverride': {'ReadCapacityUnits': 50,"
                            + " 'WriteCapacityUnits': 60}")
                    .replace("'two'", "'three'")))
        .isEqualTo(
            "ValidationException: Cannot override ProvisionedThroughput unless BillingMode is"
                + " PROVISIONED");
  }

  @Test
  void encryptionMayChange() {
    JsonNode two =
        restored(", 'SSESpecificationOverride': {'Enabled': true, 'KMSMasterKeyId': 'mine'}");

    assertThat(two.at("/SSEDescription/KMSMasterKeyArn").asText()).endsWith(":key/mine");
  }
}
