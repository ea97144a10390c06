package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vector index as a request gives it. */
record VectorIndexRequest(
    @Nullable String indexName,
    @Nullable VectorAttribute vectorAttribute,
    @Nullable List<SearchElement> searchSchema,
    @Nullable ProjectionRequest projection,
    @Nullable Long dimensions,
    @Nullable String distanceFunction) {
  private static final Choices DISTANCES = Choices.of("COSINE", "DOT_PRODUCT", "EUCLIDEAN");
  private static final Choices ROLES = Choices.of("HASH", "INLINE_FILTER");

  /** The attribute that holds the vector. */
  record VectorAttribute(@Nullable String name) {}

  /** One element of the search schema. */
  record SearchElement(@Nullable String name, @Nullable String role) {
    @Override
    public String toString() {
      return "SearchSchemaElement(attributeName="
          + name
          + ", searchSchemaElementType="
          + role
          + ")";
    }
  }

  private static final class Draft {
    private @Nullable String indexName;
    private @Nullable VectorAttribute vectorAttribute;
    private @Nullable List<SearchElement> searchSchema;
    private @Nullable ProjectionRequest projection;
    private @Nullable Long dimensions;
    private @Nullable String distanceFunction;
  }

  static @Nullable List<VectorIndexRequest> readList(JsonReader in) {
    return in.list(position -> read(in, "VectorIndex", position));
  }

  static @Nullable VectorIndexRequest read(
      JsonReader in, String shape, JsonReader.Position position) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            shape,
            position,
            name -> {
              switch (name) {
                case "IndexName" -> draft.indexName = in.string();
                case "VectorAttribute" -> draft.vectorAttribute = readAttribute(in);
                case "SearchSchema" -> draft.searchSchema = in.list(at -> readElement(in, at));
                case "Projection" -> draft.projection = ProjectionRequest.read(in);
                case "Dimensions" -> draft.dimensions = in.longInteger();
                case "DistanceFunction" -> draft.distanceFunction = in.string();
                default -> in.skip();
              }
            });
    return present
        ? new VectorIndexRequest(
            draft.indexName,
            draft.vectorAttribute,
            draft.searchSchema,
            draft.projection,
            draft.dimensions,
            draft.distanceFunction)
        : null;
  }

  private static @Nullable VectorAttribute readAttribute(JsonReader in) {
    String[] values = new String[1];
    boolean present =
        in.structure(
            "VectorAttributeDefinition",
            name -> {
              if (name.equals("AttributeName")) {
                values[0] = in.string();
              } else {
                in.skip();
              }
            });
    return present ? new VectorAttribute(values[0]) : null;
  }

  private static @Nullable SearchElement readElement(JsonReader in, JsonReader.Position position) {
    String[] values = new String[2];
    boolean present =
        in.structure(
            "SearchSchemaElement",
            position,
            name -> {
              switch (name) {
                case "AttributeName" -> values[0] = in.string();
                case "SearchSchemaElementType" -> values[1] = in.string();
                default -> in.skip();
              }
            });
    return present ? new SearchElement(values[0], values[1]) : null;
  }

  void check(Constraints constraints, String path) {
    IndexRequest.checkName(constraints, path + ".indexName", indexName);
    constraints.required(path + ".vectorAttribute", vectorAttribute);
    if (vectorAttribute != null) {
      String name = path + ".vectorAttribute.attributeName";
      constraints
          .required(name, vectorAttribute.name())
          .length(name, vectorAttribute.name(), 1, 255);
    }
    constraints.size(path + ".searchSchema", searchSchema, 1, Integer.MAX_VALUE);
    int i = 0;
    for (SearchElement element : elements()) {
      String member = path + ".searchSchema." + ++i + ".member.";
      constraints
          .required(member + "attributeName", element.name())
          .required(member + "searchSchemaElementType", element.role())
          .oneOf(member + "searchSchemaElementType", element.role(), ROLES);
    }
    ProjectionRequest.check(constraints, path + ".projection", projection);
    constraints
        .required(path + ".dimensions", dimensions)
        .range(path + ".dimensions", dimensions, 1, Long.MAX_VALUE)
        .required(path + ".distanceFunction", distanceFunction)
        .oneOf(path + ".distanceFunction", distanceFunction, DISTANCES);
  }

  List<SearchElement> elements() {
    return searchSchema == null ? List.of() : searchSchema;
  }

  /** The name, once the constraints have been verified. */
  String name() {
    return Objects.requireNonNull(indexName);
  }

  /** The vector's attribute, once the constraints have been verified. */
  String attribute() {
    return Objects.requireNonNull(Objects.requireNonNull(vectorAttribute).name());
  }
}
