package dev.assay.engine.zone;

/** How far behind their leader replicas and global indexes are. */
public enum ReplicationMode {
  /** They apply a write before it is acknowledged: no read is ever stale. */
  INSTANT,
  /** They apply it milliseconds later, and an eventual read goes to any live replica. */
  FAITHFUL,
  /** They apply it as late as they may, and an eventual read goes to the most stale replica. */
  ADVERSARIAL
}
