package dev.assay.engine.error;

import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** What one action of a cancelled transaction had to do with it; {@code None} for a bystander. */
public record CancellationReason(
    String code, @Nullable String message, @Nullable AttributeMap item) {

  public static final CancellationReason NONE = new CancellationReason("None", null, null);
}
