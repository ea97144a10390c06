package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.VectorIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the vector indexes of a table, and checks that they go with it. */
final class NewVectorIndexes {
  static final int MOST = 5;
  private static final int MOST_DIMENSIONS = 4096;
  private static final int MOST_HASH = 1;
  private static final int MOST_INLINE_FILTER = 18;

  private final Schema schema;
  private final Instant now;
  private final Map<String, Integer> dimensions = new HashMap<>();
  private final List<VectorIndex> indexes = new ArrayList<>();

  NewVectorIndexes(Schema schema, Instant now) {
    this.schema = schema;
    this.now = now;
  }

  /** The vector indexes of a new table; their names are checked with those of other indexes. */
  List<VectorIndex> forNewTable(List<VectorIndexRequest> requests, boolean provisioned) {
    if (requests.isEmpty()) {
      throw InvalidParameter.because("List of VectorIndexes is empty");
    }
    if (provisioned) {
      throw onlyPayPerRequest();
    }
    for (VectorIndexRequest request : requests) {
      indexes.add(index(request, VectorIndex.Phase.WITH_TABLE));
    }
    if (requests.size() > MOST) {
      throw InvalidParameter.because("VectorIndex count exceeds the per-table limit of " + MOST);
    }
    return List.copyOf(indexes);
  }

  /** A vector index for a live table. */
  static VectorIndex forTable(
      VectorIndexRequest request, TableDefinition table, Schema definitions, Instant now) {
    if (table.settings().isProvisioned()) {
      throw onlyPayPerRequest();
    }
    NewVectorIndexes rules = new NewVectorIndexes(definitions, now);
    for (VectorIndex other : table.vectorIndexes()) {
      rules.dimensions.put(other.attribute(), other.dimensions());
    }
    VectorIndex index = rules.index(request, VectorIndex.Phase.ALLOCATING);
    requireNotKey(index, table.key());
    return index;
  }

  static ServiceException onlyPayPerRequest() {
    return InvalidParameter.because("Vector indexes are only supported for PAY_PER_REQUEST tables");
  }

  private VectorIndex index(VectorIndexRequest request, VectorIndex.Phase phase) {
    checkSearchSchema(request);
    if (schema.defines(request.attribute())) {
      throw InvalidParameter.because(
          "Conflicting attribute definition for '"
              + request.attribute()
              + "'. An attribute cannot be defined in AttributeDefinitions when used as a"
              + " VectorAttribute.");
    }
    return new VectorIndex(
        request.name(),
        request.attribute(),
        checkedDimensions(request),
        VectorIndex.Distance.valueOf(Objects.requireNonNull(request.distanceFunction())),
        request.elements().stream().map(NewVectorIndexes::searchAttribute).toList(),
        Objects.requireNonNull(request.projection()).projection(),
        TableStatus.CREATING,
        phase,
        now);
  }

  private int checkedDimensions(VectorIndexRequest request) {
    long asked = Objects.requireNonNull(request.dimensions());
    if (asked < 1 || asked > MOST_DIMENSIONS) {
      throw InvalidParameter.because(
          "Number of dimensions must be between 1 and " + MOST_DIMENSIONS + " inclusive.");
    }
    Integer other = dimensions.put(request.attribute(), (int) asked);
    if (other != null && other != asked) {
      throw InvalidParameter.because(
          "Conflicting attribute definition for '"
              + request.attribute()
              + "'. All VectorIndexes on the same vector attribute must use the same dimensions.");
    }
    return (int) asked;
  }

  private void checkSearchSchema(VectorIndexRequest request) {
    checkCount(request, VectorIndex.Role.HASH, MOST_HASH);
    checkCount(request, VectorIndex.Role.INLINE_FILTER, MOST_INLINE_FILTER);
    for (VectorIndexRequest.SearchElement element : request.elements()) {
      String name = Objects.requireNonNull(element.name());
      if (!schema.defines(name)) {
        throw InvalidParameter.because(
            "One element in SearchSchema is not defined in attribute definitions");
      }
      schema.use(name);
    }
  }

  private static void checkCount(VectorIndexRequest request, VectorIndex.Role role, int most) {
    long count =
        request.elements().stream().filter(element -> role.name().equals(element.role())).count();
    if (count > most) {
      throw InvalidParameter.because(
          "Value '"
              + count
              + "' at 'SearchSchema' failed to satisfy constraint: Member must have "
              + role
              + " count less than or equal to "
              + most);
    }
  }

  private static VectorIndex.SearchAttribute searchAttribute(
      VectorIndexRequest.SearchElement element) {
    return new VectorIndex.SearchAttribute(
        Objects.requireNonNull(element.name()),
        VectorIndex.Role.valueOf(Objects.requireNonNull(element.role())));
  }

  private static void requireNotKey(VectorIndex index, KeySchema key) {
    if (!key.names(index.attribute())) {
      return;
    }
    StringBuilder existing = new StringBuilder();
    key.partition().forEach(attribute -> append(existing, attribute, "HASH"));
    key.sort().forEach(attribute -> append(existing, attribute, "RANGE"));
    throw InvalidParameter.because(
        "Attributes cannot be redefined. Please check that your attribute has the same type as"
            + " previously defined. Existing schema: Schema:["
            + existing
            + "] New schema: VectorIndexSchema:[VectorAttribute: key{"
            + index.attribute()
            + ":L:"
            + index.dimensions()
            + "}]");
  }

  private static void append(StringBuilder text, KeyAttribute attribute, String role) {
    text.append(text.isEmpty() ? "" : ", ")
        .append("SchemaElement: key{")
        .append(attribute.name())
        .append(':')
        .append(attribute.type())
        .append(':')
        .append(role)
        .append('}');
  }
}
