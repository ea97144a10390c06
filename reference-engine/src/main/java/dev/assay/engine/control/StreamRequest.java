package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.StreamViewType;
import org.jspecify.annotations.Nullable;

/** A stream specification as a request gives it. */
record StreamRequest(@Nullable Boolean enabled, @Nullable String viewType) {
  private static final Choices VIEW_TYPES =
      Choices.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");

  private static final class Draft {
    private @Nullable Boolean enabled;
    private @Nullable String viewType;
  }

  static @Nullable StreamRequest read(JsonReader in) {
    Draft draft = new Draft();
    boolean present =
        in.structure(
            "StreamSpecification",
            name -> {
              switch (name) {
                case "StreamEnabled" -> draft.enabled = in.bool();
                case "StreamViewType" -> draft.viewType = in.string();
                default -> in.skip();
              }
            });
    return present ? new StreamRequest(draft.enabled, draft.viewType) : null;
  }

  static void check(Constraints constraints, @Nullable StreamRequest stream) {
    if (stream != null) {
      constraints
          .required("streamSpecification.streamEnabled", stream.enabled)
          .oneOf("streamSpecification.streamViewType", stream.viewType, VIEW_TYPES);
    }
  }

  /** Whether the stream is to be on, once the constraints have been verified. */
  boolean isEnabled() {
    return Boolean.TRUE.equals(enabled);
  }

  /** The settings of a stream that begins now. */
  StreamSettings begin(Region region, String tableName) {
    return new StreamSettings(
        true,
        StreamViewType.valueOf(java.util.Objects.requireNonNull(viewType)),
        region.streams().freshLabel(region.tableArn(tableName)));
  }
}
