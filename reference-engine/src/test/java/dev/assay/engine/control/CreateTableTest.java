package dev.assay.engine.control;

import static dev.assay.engine.control.TableBody.attributes;
import static dev.assay.engine.control.TableBody.element;
import static dev.assay.engine.control.TableBody.globalIndex;
import static dev.assay.engine.control.TableBody.key;
import static dev.assay.engine.control.TableBody.localIndex;
import static dev.assay.engine.control.TableBody.provisioned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CreateTableTest {
  private static final String INVALID =
      "ValidationException: One or more parameter values were invalid: ";
  private static final String ONE_ERROR = "ValidationException: 1 validation error detected: ";

  private static EngineFixture engine;

  @BeforeAll
  static void start() {
    engine = EngineFixture.start();
  }

  @AfterEach
  void dropTable() {
    engine.call("DeleteTable", "{'TableName':'songs'}");
    assertThat(engine.accidents()).isEmpty();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void aTableThatIsNotRightIsRefused(TableBody body, String error) {
    assertThat(engine.call("CreateTable", body.toString()).error()).isEqualTo(error);
  }

  static Stream<Arguments> aTableThatIsNotRightIsRefused() {
    return Stream.of(
        refused(
            provisioned().with("TableName", null),
            "ValidationException: The parameter 'TableName' is required but was not present in the"
                + " request"),
        refused(
            provisioned().with("TableName", "'a;'").with("KeySchema", "[{}]"),
            "ValidationException: TableName must be at least 3 characters long and at most 255"
                + " characters long"),
        refused(
            provisioned().with("TableName", "'abc;'"),
            ONE_ERROR
                + "Value 'abc;' at 'tableName' failed to satisfy constraint: Member must satisfy"
                + " regular expression pattern: [a-zA-Z0-9_.-]+"),
        refused(
            provisioned().with("KeySchema", "[]"),
            ONE_ERROR
                + "Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length"
                + " greater than or equal to 1"),
        refused(
            provisioned().with("KeySchema", key("a", "b", "c")),
            ONE_ERROR
                + "Value '[KeySchemaElement(attributeName=a, keyType=HASH),"
                + " KeySchemaElement(attributeName=b, keyType=RANGE),"
                + " KeySchemaElement(attributeName=c, keyType=RANGE)]' at 'keySchema' failed to"
                + " satisfy constraint: Member must have length less than or equal to 2"),
        refused(
            provisioned().with("ProvisionedThroughput", "{'ReadCapacityUnits':0}"),
            "ValidationException: 2 validation errors detected: Value null at"
                + " 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member"
                + " must not be null; Value '0' at 'provisionedThroughput.readCapacityUnits' failed"
                + " to satisfy constraint: Member must have value greater than or equal to 1"),
        refused(
            provisioned().with("ProvisionedThroughput", null),
            INVALID
                + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode"
                + " is PROVISIONED"),
        refused(
            provisioned().with("BillingMode", "'PAY_PER_REQUEST'").with("KeySchema", key("x")),
            INVALID
                + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                + " BillingMode is PAY_PER_REQUEST"),
        refused(
            provisioned()
                .with(
                    "ProvisionedThroughput",
                    "{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1}"),
            "ValidationException: Given value 1000000000001 for ReadCapacityUnits is out of"
                + " bounds"),
        refused(
            provisioned().with("KeySchema", "[" + element("a", "RANGE") + "]"),
            "ValidationException: Invalid KeySchema: The first KeySchemaElement is not a HASH key"
                + " type"),
        refused(
            provisioned()
                .with("AttributeDefinitions", attributes("a", "b"))
                .with("KeySchema", "[" + element("a", "HASH") + "," + element("b", "HASH") + "]"),
            "ValidationException: Invalid KeySchema: The second KeySchemaElement is not a RANGE key"
                + " type"),
        refused(
            provisioned().with("KeySchema", key("a", "b")),
            "ValidationException: Invalid KeySchema: Some index key attribute have no definition"),
        refused(
            provisioned().with("KeySchema", key("b")),
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [b],"
                + " AttributeDefinitions: [a]"),
        refused(
            provisioned()
                .with("AttributeDefinitions", attributes("a", "b"))
                .with("KeySchema", key("a", "a")),
            "ValidationException: Both the Hash Key and the Range Key element in the KeySchema have"
                + " the same name"),
        refused(
            provisioned().with("AttributeDefinitions", attributes("a", "b")),
            INVALID
                + "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions"),
        refused(
            provisioned()
                .with("AttributeDefinitions", attributes("a", "b", "c"))
                .with("GlobalSecondaryIndexes", "[" + globalIndex("gsi", key("b")) + "]"),
            INVALID
                + "Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, c], keys"
                + " used: [a, b]"),
        refused(
            provisioned().with("GlobalSecondaryIndexes", "[]"),
            INVALID + "List of GlobalSecondaryIndexes is empty"),
        refused(
            provisioned().with("LocalSecondaryIndexes", "[]").with("GlobalSecondaryIndexes", "[]"),
            INVALID + "List of LocalSecondaryIndexes is empty"),
        refused(
            provisioned().with("LocalSecondaryIndexes", "[" + localIndex("lsi", key("a")) + "]"),
            INVALID
                + "Table KeySchema does not have a range key, which is required when specifying a"
                + " LocalSecondaryIndex"),
        refused(
            provisioned()
                .with("LocalSecondaryIndexes", "[" + localIndex("l", key("a")) + "]")
                .with("GlobalSecondaryIndexes", "[" + globalIndex("g", key("a")) + "]"),
            "ValidationException: 2 validation errors detected: Value 'g' at"
                + " 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint:"
                + " Member must have length greater than or equal to 3; Value 'l' at"
                + " 'localSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member"
                + " must have length greater than or equal to 3"),
        refused(
            provisioned()
                .with(
                    "GlobalSecondaryIndexes",
                    "[" + globalIndex("gsi", key("a")) + "," + globalIndex("gsi", key("a")) + "]"),
            INVALID + "Duplicate index name: gsi"),
        refused(
            provisioned()
                .with(
                    "StreamSpecification", "{'StreamEnabled':false,'StreamViewType':'NEW_IMAGE'}"),
            INVALID
                + "Table is being created with a stream disabled, UpdateViewType should not be"
                + " specified"),
        refused(
            provisioned().with("OnDemandThroughput", "{'MaxWriteRequestUnits':0}"),
            INVALID
                + "MaxWriteRequestUnits for OnDemandThroughput cannot be specified when table"
                + " BillingMode is PROVISIONED."),
        refused(
            TableBody.onDemand().with("OnDemandThroughput", "{'MaxWriteRequestUnits':-1}"),
            INVALID
                + "Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of"
                + " valid range"),
        refused(
            provisioned().with("VectorIndexes", "[" + vectorIndex("vec", "v", 4) + "]"),
            INVALID + "Vector indexes are only supported for PAY_PER_REQUEST tables"),
        refused(
            TableBody.onDemand().with("VectorIndexes", "[" + vectorIndex("vec", "v", 4097) + "]"),
            INVALID + "Number of dimensions must be between 1 and 4096 inclusive."),
        refused(
            TableBody.onDemand().with("VectorIndexes", "[" + vectorIndex("vec", "a", 4) + "]"),
            INVALID
                + "Conflicting attribute definition for 'a'. An attribute cannot be defined in"
                + " AttributeDefinitions when used as a VectorAttribute."));
  }

  private static Arguments refused(TableBody body, String error) {
    return Arguments.of(body, error);
  }

  private static String vectorIndex(String name, String attribute, int dimensions) {
    return ("{'IndexName':'%s','VectorAttribute':{'AttributeName':'%s'},'Dimensions':%d,"
            + "'DistanceFunction':'COSINE','Projection':{'ProjectionType':'ALL'}}")
        .formatted(name, attribute, dimensions);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void aProjectionThatIsNotRightIsRefused(String projection, String error) {
    TableBody body =
        provisioned()
            .with(
                "GlobalSecondaryIndexes",
                "[" + globalIndex("gsi", key("a")).replace(TableBody.ALL, projection) + "]");
    assertThat(engine.call("CreateTable", body.toString()).error()).isEqualTo(INVALID + error);
  }

  static Stream<Arguments> aProjectionThatIsNotRightIsRefused() {
    return Stream.of(
        Arguments.of("{}", "Unknown ProjectionType: null"),
        Arguments.of(
            "{'ProjectionType':'ALL','NonKeyAttributes':['x']}",
            "ProjectionType is ALL, but NonKeyAttributes is specified"),
        Arguments.of(
            "{'ProjectionType':'KEYS_ONLY','NonKeyAttributes':['x']}",
            "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified"),
        Arguments.of(
            "{'ProjectionType':'INCLUDE'}",
            "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"));
  }

  @Test
  void aProvisionedTableIsDescribedWithoutABillingMode() {
    engine.ok("CreateTable", provisioned().toString());
    JsonNode table = describe();
    assertThat(table.has("BillingModeSummary")).isFalse();
    assertThat(table.at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(1);
    assertThat(table.at("/ProvisionedThroughput/NumberOfDecreasesToday").asInt()).isZero();
    assertThat(table.at("/WarmThroughput/ReadUnitsPerSecond").asInt()).isEqualTo(1);
    assertThat(table.has("SSEDescription")).isFalse();
    assertThat(table.has("StreamSpecification")).isFalse();
    assertThat(table.at("/DeletionProtectionEnabled").asBoolean(true)).isFalse();
  }

  @Test
  void anOnDemandTableHasItsBillingModeWithATimeOnceItIsActive() {
    JsonNode created = engine.ok("CreateTable", TableBody.onDemand().toString());
    assertThat(created.at("/TableDescription/BillingModeSummary").toString())
        .isEqualTo("{\"BillingMode\":\"PAY_PER_REQUEST\"}");
    JsonNode table = describe();
    assertThat(table.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.at("/BillingModeSummary/LastUpdateToPayPerRequestDateTime").isNumber())
        .isTrue();
    assertThat(table.at("/ProvisionedThroughput/ReadCapacityUnits").asInt(-1)).isZero();
    assertThat(table.at("/WarmThroughput/WriteUnitsPerSecond").asInt()).isEqualTo(4000);
  }

  @Test
  void theTableIdStaysTheSame() {
    String id =
        engine.ok("CreateTable", provisioned().toString()).at("/TableDescription/TableId").asText();
    assertThat(describe().at("/TableId").asText()).isEqualTo(id).matches("[0-9a-f-]{36}");
  }

  @Test
  void aStreamHasALabelThatEndsItsArn() {
    engine.ok(
        "CreateTable",
        provisioned()
            .with("StreamSpecification", "{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}")
            .toString());
    JsonNode table = describe();
    String label = table.at("/LatestStreamLabel").asText();
    assertThat(label).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}");
    assertThat(table.at("/LatestStreamArn").asText())
        .isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/songs/stream/" + label);
    assertThat(table.at("/StreamSpecification/StreamViewType").asText()).isEqualTo("KEYS_ONLY");
  }

  @Test
  void aGlobalIndexMayHaveFourAttributesOfEachKind() {
    String schema =
        Stream.of("b", "c", "d", "e")
                .map(name -> element(name, "HASH"))
                .reduce("[", (all, each) -> all + each + ",")
            + Stream.of("f", "g", "h", "i")
                .map(name -> element(name, "RANGE"))
                .reduce((all, each) -> all + "," + each)
                .orElseThrow()
            + "]";
    TableBody body =
        provisioned()
            .with("AttributeDefinitions", attributes("a", "b", "c", "d", "e", "f", "g", "h", "i"))
            .with("GlobalSecondaryIndexes", "[" + globalIndex("wide", schema) + "]");
    engine.ok("CreateTable", body.toString());
    assertThat(describe().at("/GlobalSecondaryIndexes/0/KeySchema")).hasSize(8);
    assertThat(describe().at("/GlobalSecondaryIndexes/0/IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(describe().at("/GlobalSecondaryIndexes/0").has("Backfilling")).isFalse();
  }

  @Test
  void encryptionWithAKeyIsDescribedWithTheKeysArn() {
    engine.ok(
        "CreateTable",
        provisioned().with("SSESpecification", "{'Enabled':true,'SSEType':'KMS'}").toString());
    assertThat(describe().at("/SSEDescription/Status").asText()).isEqualTo("ENABLED");
    assertThat(describe().at("/SSEDescription/SSEType").asText()).isEqualTo("KMS");
    assertThat(describe().at("/SSEDescription/KMSMasterKeyArn").asText())
        .matches("arn:aws:kms:us-east-1:000000000000:key/[0-9a-f-]{36}");
  }

  @Test
  void aVectorIndexOfANewTableIsActiveWithIt() {
    engine.ok(
        "CreateTable",
        TableBody.onDemand()
            .with("AttributeDefinitions", attributes("a", "h"))
            .with(
                "VectorIndexes",
                "["
                    + vectorIndex("vec", "v", 3)
                        .replace(
                            "'Dimensions'",
                            "'SearchSchema':[{'AttributeName':'h',"
                                + "'SearchSchemaElementType':'HASH'}],'Dimensions'")
                    + "]")
            .toString());
    JsonNode index = describe().at("/VectorIndexes/0");
    assertThat(index.at("/IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index.at("/Dimensions").asInt()).isEqualTo(3);
    assertThat(index.at("/SearchSchema/0/AttributeName").asText()).isEqualTo("h");
    assertThat(index.has("Backfilling")).isFalse();
  }

  private static JsonNode describe() {
    return engine.ok("DescribeTable", "{'TableName':'songs'}").at("/Table");
  }
}
