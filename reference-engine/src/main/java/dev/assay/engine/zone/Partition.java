package dev.assay.engine.zone;

import org.jspecify.annotations.Nullable;

/** A range of hashes whose items have one leader. Guarded by the monitor of its region's zones. */
final class Partition {
  private static final double HALF = 0.5;

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

  /** One half of this partition, with as much of everything. */
  Partition half(int newId, boolean upper) {
    long middle = low + Long.divideUnsigned(high - low, 2);
    Partition half =
        new Partition(newId, upper ? middle + 1 : low, upper ? high : middle, log.copy(), leader);
    System.arraycopy(missing, 0, half.missing, 0, missing.length);
    half.term = term;
    half.bytes = Math.round(bytes * HALF);
    return half;
  }

  boolean overlaps(long from, long to) {
    return Long.compareUnsigned(low, to) <= 0 && Long.compareUnsigned(from, high) <= 0;
  }
}
