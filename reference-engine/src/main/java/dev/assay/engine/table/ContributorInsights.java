package dev.assay.engine.table;

import java.time.Instant;

/**
 * Whether the most used keys of a table or an index are being counted.
 *
 * @param mode ACCESSED_AND_THROTTLED_KEYS or THROTTLED_KEYS
 * @param enabledAt when counting began: a change of mode does not begin it anew
 */
public record ContributorInsights(Status status, Mode mode, Instant changedAt, Instant enabledAt) {
  /** The states that the API shows. */
  public enum Status {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
  }

  /** Whether nothing is counted, nor soon will be. */
  public boolean isOff() {
    return status == Status.DISABLING || status == Status.DISABLED;
  }

  /** With the change that is on its way complete. */
  ContributorInsights settled() {
    Status steady =
        switch (status) {
          case ENABLING, ENABLED -> Status.ENABLED;
          case DISABLING, DISABLED -> Status.DISABLED;
        };
    return new ContributorInsights(steady, mode, changedAt, enabledAt);
  }

  /** Which uses of a key count. */
  public enum Mode {
    ACCESSED_AND_THROTTLED_KEYS,
    THROTTLED_KEYS
  }
}
