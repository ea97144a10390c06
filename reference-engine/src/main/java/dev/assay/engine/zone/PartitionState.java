package dev.assay.engine.zone;

/**
 * How a partition stands, for those who watch.
 *
 * @param low lowest hash, unsigned, included
 * @param high highest hash, included
 * @param term how many leaders it has had
 * @param holdsBack whether it waits for a write that only its leader has
 */
public record PartitionState(
    int id, long low, long high, Zone leader, int term, long bytes, boolean holdsBack) {}
