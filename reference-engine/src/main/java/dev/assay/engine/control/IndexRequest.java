package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A secondary index as a request gives it, local or global. */
public record IndexRequest(
    @Nullable String indexName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable ProjectionRequest projection,
    @Nullable ThroughputRequest throughput,
    @Nullable UnitsRequest onDemand,
    @Nullable UnitsRequest warm) {

  private static final class Draft {
    private @Nullable String indexName;
    private @Nullable List<KeySchemaElement> keySchema;
    private @Nullable ProjectionRequest projection;
    private @Nullable ThroughputRequest throughput;
    private @Nullable UnitsRequest onDemand;
    private @Nullable UnitsRequest warm;

    private IndexRequest request() {
      return new IndexRequest(indexName, keySchema, projection, throughput, onDemand, warm);
    }
  }

  public static @Nullable List<IndexRequest> readLocals(JsonReader in) {
    return in.list(
        position -> {
          Draft draft = new Draft();
          boolean present =
              in.structure(
                  "LocalSecondaryIndex",
                  position,
                  name -> {
                    switch (name) {
                      case "IndexName" -> draft.indexName = in.string();
                      case "KeySchema" -> draft.keySchema = KeySchemaElement.readList(in);
                      case "Projection" -> draft.projection = ProjectionRequest.read(in);
                      default -> in.skip();
                    }
                  });
          return present ? draft.request() : null;
        });
  }

  public static @Nullable List<IndexRequest> readGlobals(JsonReader in) {
    return in.list(position -> readGlobal(in, "GlobalSecondaryIndex", position));
  }

  static @Nullable IndexRequest readGlobal(
      JsonReader in, String shape, JsonReader.Position position) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            shape,
            position,
            name -> {
              switch (name) {
                case "IndexName" -> draft.indexName = in.string();
                case "KeySchema" -> draft.keySchema = KeySchemaElement.readList(in);
                case "Projection" -> draft.projection = ProjectionRequest.read(in);
                case "ProvisionedThroughput" -> draft.throughput = ThroughputRequest.read(in);
                case "OnDemandThroughput" -> draft.onDemand = UnitsRequest.readOnDemand(in);
                case "WarmThroughput" -> draft.warm = UnitsRequest.readWarm(in);
                default -> in.skip();
              }
            });
    return present ? draft.request() : null;
  }

  /** The constraints in the order in which CreateTable reports them. */
  public void check(Constraints constraints, String path, int mostKeyAttributes) {
    checkName(constraints, path + ".indexName", indexName);
    KeySchemaElement.check(constraints, path + ".keySchema", keySchema, mostKeyAttributes);
    ProjectionRequest.check(constraints, path + ".projection", projection);
    ThroughputRequest.check(constraints, path + ".provisionedThroughput", throughput);
  }

  /** The same constraints in the order in which UpdateTable reports them. */
  void checkAdded(Constraints constraints, String path) {
    ProjectionRequest.check(constraints, path + ".projection", projection);
    checkName(constraints, path + ".indexName", indexName);
    ThroughputRequest.check(constraints, path + ".provisionedThroughput", throughput);
    KeySchemaElement.check(
        constraints, path + ".keySchema", keySchema, KeySchemaElement.MOST_OF_GLOBAL_INDEX);
  }

  static void checkName(Constraints constraints, String path, @Nullable String indexName) {
    constraints
        .required(path, indexName)
        .pattern(path, indexName, Constraints.NAME)
        .length(path, indexName, 3, 255);
  }

  /** The name, once the constraints have been verified. */
  public String name() {
    return java.util.Objects.requireNonNull(indexName);
  }

  /** The key schema, once the constraints have been verified. */
  public List<KeySchemaElement> schema() {
    return java.util.Objects.requireNonNull(keySchema);
  }

  /** The projection, once the constraints have been verified. */
  public ProjectionRequest requiredProjection() {
    return java.util.Objects.requireNonNull(projection);
  }
}
