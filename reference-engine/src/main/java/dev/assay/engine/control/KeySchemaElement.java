package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a key schema as a request gives it. */
public record KeySchemaElement(@Nullable String attributeName, @Nullable String keyType) {
  private static final Choices TYPES = Choices.of("HASH", "RANGE");

  /** A table's key, and a local index's, has at most these many attributes. */
  public static final int MOST_OF_TABLE = 2;

  /** A global index's key has at most four of each kind (fact 89). */
  public static final int MOST_OF_GLOBAL_INDEX = 8;

  static @Nullable List<KeySchemaElement> readList(JsonReader in) {
    return in.list(position -> read(in, position));
  }

  private static @Nullable KeySchemaElement read(JsonReader in, JsonReader.Position position) {
    String[] values = new String[2];
    boolean present =
        in.structure(
            "KeySchemaElement",
            position,
            name -> {
              switch (name) {
                case "AttributeName" -> values[0] = in.string();
                case "KeyType" -> values[1] = in.string();
                default -> in.skip();
              }
            });
    return present ? new KeySchemaElement(values[0], values[1]) : null;
  }

  static void check(
      Constraints constraints, String path, @Nullable List<KeySchemaElement> schema, int most) {
    constraints.required(path, schema).size(path, schema, 1, most);
    int i = 0;
    for (KeySchemaElement element : schema == null ? List.<KeySchemaElement>of() : schema) {
      String member = path + "." + ++i + ".member.";
      constraints
          .required(member + "attributeName", element.attributeName)
          .length(member + "attributeName", element.attributeName, 1, 255)
          .required(member + "keyType", element.keyType)
          .oneOf(member + "keyType", element.keyType, TYPES);
    }
  }

  public boolean isHash() {
    return "HASH".equals(keyType);
  }

  /** The attribute's name, once the constraints have been verified. */
  public String name() {
    return java.util.Objects.requireNonNull(attributeName);
  }

  @Override
  public String toString() {
    return "KeySchemaElement(attributeName=" + attributeName + ", keyType=" + keyType + ")";
  }
}
