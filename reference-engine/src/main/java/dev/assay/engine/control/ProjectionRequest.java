package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.IndexProjection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A projection as a request gives it. */
public record ProjectionRequest(
    @Nullable String projectionType, @Nullable List<String> nonKeyAttributes) {
  private static final Choices TYPES = Choices.of("ALL", "INCLUDE", "KEYS_ONLY");

  private static final class Draft {
    private @Nullable String projectionType;
    private @Nullable List<String> nonKeyAttributes;
  }

  static @Nullable ProjectionRequest read(JsonReader in) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            "Projection",
            name -> {
              switch (name) {
                case "ProjectionType" -> draft.projectionType = in.string();
                case "NonKeyAttributes" -> draft.nonKeyAttributes = in.strings();
                default -> in.skip();
              }
            });
    return present ? new ProjectionRequest(draft.projectionType, draft.nonKeyAttributes) : null;
  }

  static void check(Constraints constraints, String path, @Nullable ProjectionRequest projection) {
    constraints.required(path, projection);
    if (projection != null) {
      List<String> attributes = projection.nonKeyAttributes;
      constraints
          .oneOf(path + ".projectionType", projection.projectionType, TYPES)
          .size(path + ".nonKeyAttributes", attributes, 1, 20);
      if (attributes != null
          && attributes.stream().anyMatch(name -> name.isEmpty() || name.length() > 255)) {
        constraints.broken(
            path + ".nonKeyAttributes",
            attributes,
            "Member must satisfy constraint: [Member must have length less than or equal to 255,"
                + " Member must have length greater than or equal to 1]");
      }
    }
  }

  /** The projection, if its parts go together. */
  public IndexProjection projection() {
    if (projectionType == null) {
      throw InvalidParameter.because("Unknown ProjectionType: null");
    }
    IndexProjection.Type type = IndexProjection.Type.valueOf(projectionType);
    if (type == IndexProjection.Type.INCLUDE && nonKeyAttributes == null) {
      throw InvalidParameter.because(
          "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
    if (type != IndexProjection.Type.INCLUDE && nonKeyAttributes != null) {
      throw InvalidParameter.because(
          "ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    return new IndexProjection(type, nonKeyAttributes == null ? List.of() : nonKeyAttributes);
  }
}
