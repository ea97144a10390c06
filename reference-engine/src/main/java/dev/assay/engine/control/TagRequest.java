package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tag as a request gives it. */
record TagRequest(@Nullable String key, @Nullable String value) {

  static @Nullable List<TagRequest> readList(JsonReader in) {
    return in.list(position -> read(in, position));
  }

  private static @Nullable TagRequest read(JsonReader in, JsonReader.Position position) {
    String[] values = new String[2];
    boolean present =
        in.structure(
            "Tag",
            position,
            name -> {
              switch (name) {
                case "Key" -> values[0] = in.string();
                case "Value" -> values[1] = in.string();
                default -> in.skip();
              }
            });
    return present ? new TagRequest(values[0], values[1]) : null;
  }

  static void check(Constraints constraints, @Nullable List<TagRequest> tags) {
    int i = 0;
    for (TagRequest tag : tags == null ? List.<TagRequest>of() : tags) {
      String path = "tags." + ++i + ".member.";
      constraints
          .required(path + "key", tag.key)
          .length(path + "key", tag.key, 1, 128)
          .required(path + "value", tag.value)
          .length(path + "value", tag.value, 0, 256);
    }
  }

  @Override
  public String toString() {
    return "Tag(key=" + key + ", value=" + value + ")";
  }
}
