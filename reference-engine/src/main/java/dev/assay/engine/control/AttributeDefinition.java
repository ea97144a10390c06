package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute definition as a request gives it. */
record AttributeDefinition(@Nullable String attributeName, @Nullable String attributeType) {
  private static final Choices TYPES = Choices.of("B", "N", "S");

  static @Nullable List<AttributeDefinition> readList(JsonReader in) {
    return in.list(position -> read(in, position));
  }

  private static @Nullable AttributeDefinition read(JsonReader in, JsonReader.Position position) {
    String[] values = new String[2];
    boolean present =
        in.structure(
            "AttributeDefinition",
            position,
            name -> {
              switch (name) {
                case "AttributeName" -> values[0] = in.string();
                case "AttributeType" -> values[1] = in.string();
                default -> in.skip();
              }
            });
    return present ? new AttributeDefinition(values[0], values[1]) : null;
  }

  static void check(Constraints constraints, @Nullable List<AttributeDefinition> definitions) {
    int i = 0;
    for (AttributeDefinition definition :
        definitions == null ? List.<AttributeDefinition>of() : definitions) {
      String path = "attributeDefinitions." + ++i + ".member.";
      constraints
          .required(path + "attributeName", definition.attributeName)
          .length(path + "attributeName", definition.attributeName, 1, 255)
          .required(path + "attributeType", definition.attributeType)
          .oneOf(path + "attributeType", definition.attributeType, TYPES);
    }
  }

  @Override
  public String toString() {
    return "AttributeDefinition(attributeName="
        + attributeName
        + ", attributeType="
        + attributeType
        + ")";
  }
}
