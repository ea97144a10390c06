package dev.assay.engine.zone;

import org.jspecify.annotations.Nullable;

/** A range of hashes whose items have one leader. Guarded by the monitor of its region's zones. */
final class Partition {
  final int id;

  /** The lowest and the highest hash, unsigned, both included. */
  final long low;

  final long high;

  final ReplicaLog log;

  /** Which zones lack entries that are acknowledged: these cannot lead. */
  final boolean[] missing = new boolean[Zone.COUNT];

  Zone leader;

  /** How many leaders there were. */
  int term = 1;

  long bytes;
  @Nullable Held held;

  Partition(int id, long low, long high, ReplicaLog log, Zone leader) {
    this.id = id;
    this.low = low;
    this.high = high;
    this.log = log;
    this.leader = leader;
  }

  /** A part of this partition, with as much of everything; its bytes are its share of hashes. */
  Partition part(int newId, long first, long last) {
    Partition part = new Partition(newId, first, last, log.copy(), leader);
    System.arraycopy(missing, 0, part.missing, 0, missing.length);
    part.term = term;
    part.bytes = Math.round(bytes * (hashes(first, last) / hashes(low, high)));
    return part;
  }

  private static double hashes(long first, long last) {
    long width = last - first;
    return (width >>> 1) * 2.0 + (width & 1) + 1;
  }

  boolean overlaps(long from, long to) {
    return Long.compareUnsigned(low, to) <= 0 && Long.compareUnsigned(from, high) <= 0;
  }
}
