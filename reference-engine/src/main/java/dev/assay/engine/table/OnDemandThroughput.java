package dev.assay.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * Ceilings of an on-demand table or index, in request units a second.
 *
 * @param maxReadUnits null if reads have no ceiling
 * @param maxWriteUnits null if writes have no ceiling
 */
public record OnDemandThroughput(@Nullable Long maxReadUnits, @Nullable Long maxWriteUnits) {
  /** What the request gives to remove a ceiling (fact 145). */
  public static final long REMOVE = -1;

  public static final OnDemandThroughput NONE = new OnDemandThroughput(null, null);

  public boolean isNone() {
    return maxReadUnits == null && maxWriteUnits == null;
  }

  /** These ceilings with those that {@code change} names put over them, -1 and all. */
  public OnDemandThroughput merge(OnDemandThroughput change) {
    return new OnDemandThroughput(
        change.maxReadUnits == null ? maxReadUnits : change.maxReadUnits,
        change.maxWriteUnits == null ? maxWriteUnits : change.maxWriteUnits);
  }

  /** These ceilings without those that are -1. */
  public OnDemandThroughput withoutRemoved() {
    return new OnDemandThroughput(present(maxReadUnits), present(maxWriteUnits));
  }

  private static @Nullable Long present(@Nullable Long units) {
    return units == null || units == REMOVE ? null : units;
  }
}
