package dev.assay.engine.store;

import java.time.Instant;

/**
 * When and where a write of a global table was made: by it, and by nothing else, all replicas
 * decide alike which of two writes of an item is the last.
 *
 * @param time by the writing region's own clock, and later than every write of the item that the
 *     region had seen
 * @param region the region that took the write from its client
 */
public record WriteStamp(Instant time, String region) implements Comparable<WriteStamp> {
  /** Of an item that was there before its table became a replica: any write is later. */
  public static final WriteStamp BASELINE = new WriteStamp(Instant.EPOCH, "");

  /** The later in time is the greater, and of two at the same time the later in the alphabet. */
  @Override
  public int compareTo(WriteStamp other) {
    int byTime = time.compareTo(other.time);
    return byTime != 0 ? byTime : region.compareTo(other.region);
  }
}
