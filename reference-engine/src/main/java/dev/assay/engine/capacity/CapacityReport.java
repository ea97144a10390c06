package dev.assay.engine.capacity;

import org.jspecify.annotations.Nullable;

/** How much of the consumed capacity a response is to report. */
public enum CapacityReport {
  NONE,
  TOTAL,
  INDEXES;

  /** The value of {@code ReturnConsumedCapacity}; none if it is absent. */
  public static CapacityReport of(@Nullable String member) {
    return member == null ? NONE : valueOf(member);
  }
}
