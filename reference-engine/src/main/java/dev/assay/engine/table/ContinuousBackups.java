package dev.assay.engine.table;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table can be restored to any second of its recent past.
 *
 * @param enabledSince null if it cannot; enabling it again begins anew
 * @param recoveryPeriodDays how far back, 1 to 35 days
 */
public record ContinuousBackups(@Nullable Instant enabledSince, int recoveryPeriodDays) {
  /** The longest period, which is also the one that a table has if none was asked for. */
  public static final int MOST_DAYS = 35;

  public static final ContinuousBackups OFF = new ContinuousBackups(null, MOST_DAYS);

  public boolean isOn() {
    return enabledSince != null;
  }

  public Duration recoveryPeriod() {
    return Duration.ofDays(recoveryPeriodDays);
  }

  /**
   * The first moment that can be restored at {@code now}; null if none can.
   *
   * @param now the region's time
   */
  public @Nullable Instant earliest(Instant now) {
    if (enabledSince == null) {
      return null;
    }
    Instant start = now.minus(recoveryPeriod());
    return start.isAfter(enabledSince) ? start : enabledSince;
  }
}
