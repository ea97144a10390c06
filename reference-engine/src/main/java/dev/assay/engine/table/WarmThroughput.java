package dev.assay.engine.table;

/** What a table or an index can serve at once, in units a second. */
public record WarmThroughput(long readUnits, long writeUnits) {
  /** What every new on-demand table and index can serve. */
  public static final WarmThroughput ON_DEMAND = new WarmThroughput(12_000, 4_000);

  /** At least as warm as the other. */
  public WarmThroughput atLeast(long otherReadUnits, long otherWriteUnits) {
    return new WarmThroughput(
        Math.max(readUnits, otherReadUnits), Math.max(writeUnits, otherWriteUnits));
  }
}
