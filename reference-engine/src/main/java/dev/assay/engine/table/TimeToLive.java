package dev.assay.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When items of a table expire.
 *
 * @param attribute holds the time of expiry, in seconds since the epoch; null if expiry is off
 * @param changedAt when it was last switched; null if it never was
 */
public record TimeToLive(Status status, @Nullable String attribute, @Nullable Instant changedAt) {
  /** The states that DescribeTimeToLive shows. */
  public enum Status {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
  }

  public static final TimeToLive NEVER = new TimeToLive(Status.DISABLED, null, null);

  /** Whether items are being deleted when their time has come. */
  public boolean isOn() {
    return status == Status.ENABLED && attribute != null;
  }
}
