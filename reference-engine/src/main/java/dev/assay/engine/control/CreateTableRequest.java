package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to create a table, as it came; {@link NewTable} makes a definition of it. */
public final class CreateTableRequest {
  public static final Choices BILLING_MODES = Choices.of("PROVISIONED", "PAY_PER_REQUEST");
  static final Choices TABLE_CLASSES = Choices.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");

  @Nullable String tableName;
  @Nullable List<AttributeDefinition> attributeDefinitions;
  @Nullable List<KeySchemaElement> keySchema;
  @Nullable List<IndexRequest> locals;
  @Nullable List<IndexRequest> globals;
  @Nullable String billingMode;
  @Nullable ThroughputRequest throughput;
  @Nullable StreamRequest stream;
  @Nullable String tableClass;
  @Nullable Boolean deletionProtection;
  @Nullable UnitsRequest warm;
  @Nullable UnitsRequest onDemand;
  @Nullable EncryptionRequest encryption;
  @Nullable List<TagRequest> tags;
  @Nullable String resourcePolicy;
  @Nullable List<VectorIndexRequest> vectors;
  @Nullable String settingsReplication;

  private CreateTableRequest() {}

  /** One whose members are to be read. */
  public static CreateTableRequest empty() {
    return new CreateTableRequest();
  }

  static CreateTableRequest read(JsonReader in) {
    CreateTableRequest request = new CreateTableRequest();
    in.request(name -> request.readMember(name, in));
    return request;
  }

  /** Reads one member of the request, or of what stands in for one. */
  public void readMember(String name, JsonReader in) {
    switch (name) {
      case "TableName" -> tableName = in.string();
      case "AttributeDefinitions" -> attributeDefinitions = AttributeDefinition.readList(in);
      case "KeySchema" -> keySchema = KeySchemaElement.readList(in);
      case "LocalSecondaryIndexes" -> locals = IndexRequest.readLocals(in);
      case "GlobalSecondaryIndexes" -> globals = IndexRequest.readGlobals(in);
      case "BillingMode" -> billingMode = in.string();
      case "ProvisionedThroughput" -> throughput = ThroughputRequest.read(in);
      case "StreamSpecification" -> stream = StreamRequest.read(in);
      case "TableClass" -> tableClass = in.string();
      case "DeletionProtectionEnabled" -> deletionProtection = in.bool();
      case "WarmThroughput" -> warm = UnitsRequest.readWarm(in);
      case "OnDemandThroughput" -> onDemand = UnitsRequest.readOnDemand(in);
      case "SSESpecification" -> encryption = EncryptionRequest.read(in);
      case "Tags" -> tags = TagRequest.readList(in);
      case "ResourcePolicy" -> resourcePolicy = in.string();
      case "VectorIndexes" -> vectors = VectorIndexRequest.readList(in);
      case "GlobalTableSettingsReplicationMode" -> settingsReplication = in.string();
      default -> in.skip();
    }
  }

  /** Checks each member by itself, in the service's order. */
  public void check() {
    TableName.checkLength(tableName);
    Constraints constraints = Constraints.echoing();
    constraints.required("attributeDefinitions", attributeDefinitions);
    AttributeDefinition.check(constraints, attributeDefinitions);
    TableName.checkPattern(constraints, tableName);
    constraints.oneOf("billingMode", billingMode, BILLING_MODES);
    ThroughputRequest.check(constraints, "provisionedThroughput", throughput);
    KeySchemaElement.check(constraints, "keySchema", keySchema, KeySchemaElement.MOST_OF_TABLE);
    checkIndexes(
        constraints, "globalSecondaryIndexes", globals, KeySchemaElement.MOST_OF_GLOBAL_INDEX);
    checkIndexes(constraints, "localSecondaryIndexes", locals, KeySchemaElement.MOST_OF_TABLE);
    for (int i = 0; i < vectors().size(); i++) {
      vectors().get(i).check(constraints, "vectorIndexes." + (i + 1) + ".member");
    }
    StreamRequest.check(constraints, stream);
    EncryptionRequest.check(constraints, encryption);
    TagRequest.check(constraints, tags);
    constraints
        .oneOf("tableClass", tableClass, TABLE_CLASSES)
        .oneOf(
            "globalTableSettingsReplicationMode",
            settingsReplication,
            UpdateTableRequest.REPLICATION_MODES)
        .verify();
  }

  /** The encryption asked for, as it was asked for. */
  public @Nullable EncryptionRequest encryption() {
    return encryption;
  }

  /** The table's name, once the constraints have been verified. */
  public String name() {
    return java.util.Objects.requireNonNull(tableName);
  }

  List<VectorIndexRequest> vectors() {
    return vectors == null ? List.of() : vectors;
  }

  private static void checkIndexes(
      Constraints constraints,
      String path,
      @Nullable List<IndexRequest> indexes,
      int mostKeyAttributes) {
    int i = 0;
    for (IndexRequest index : indexes == null ? List.<IndexRequest>of() : indexes) {
      index.check(constraints, path + "." + ++i + ".member", mostKeyAttributes);
    }
  }
}
