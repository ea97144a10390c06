package dev.assay.engine.table;

import java.time.Instant;

/**
 * Whether the most used keys of a table or an index are being counted.
 *
 * @param mode ACCESSED_AND_THROTTLED_KEYS or THROTTLED_KEYS
 */
public record ContributorInsights(Status status, Mode mode, Instant changedAt) {
  /** The states that the API shows. */
  public enum Status {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
  }

  /** Which uses of a key count. */
  public enum Mode {
    ACCESSED_AND_THROTTLED_KEYS,
    THROTTLED_KEYS
  }
}
