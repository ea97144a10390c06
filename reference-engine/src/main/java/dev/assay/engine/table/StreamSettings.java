package dev.assay.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * The stream of a table: the one that is enabled, or the latest that was.
 *
 * @param label the time of its creation, which ends the stream's ARN; null if there never was one
 */
public record StreamSettings(boolean enabled, StreamViewType viewType, @Nullable String label) {
  public static final StreamSettings NONE =
      new StreamSettings(false, StreamViewType.KEYS_ONLY, null);

  public StreamSettings disabled() {
    return new StreamSettings(false, viewType, label);
  }
}
