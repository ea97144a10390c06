package dev.assay.engine.stream;

import java.time.Duration;

/**
 * How streams are cut into shards and how long they are kept.
 *
 * @param openShards into how many shards a new stream is divided, by the hash of the partition key
 * @param rotateAfter age at which a shard is closed and followed by a child; positive
 * @param retention age at which a record may no longer be read; also how long a stream that has
 *     been disabled stays
 * @param iteratorLife how long after it was given out an iterator may be used
 * @param retainedBytes what the records of all streams of a region may take together; beyond it the
 *     stream that grows is trimmed before its time
 */
public record StreamPolicy(
    int openShards,
    Duration rotateAfter,
    Duration retention,
    Duration iteratorLife,
    long retainedBytes) {
  /** Never less than this many bytes, however small the heap. */
  private static final long LEAST_RETAINED_BYTES = 32L << 20;

  public StreamPolicy {
    if (openShards < 1 || rotateAfter.isNegative() || rotateAfter.isZero()) {
      throw new IllegalArgumentException("a stream needs a shard, and a shard needs time");
    }
  }

  /**
   * One shard that rolls over every four hours, 24 hours of records, iterators that live for 15
   * minutes, at most an eighth of the heap.
   */
  public static StreamPolicy defaults() {
    return new StreamPolicy(
        1,
        Duration.ofHours(4),
        Duration.ofHours(24),
        Duration.ofMinutes(15),
        Math.max(LEAST_RETAINED_BYTES, Runtime.getRuntime().maxMemory() / 8));
  }

  public StreamPolicy withOpenShards(int newOpenShards) {
    return new StreamPolicy(newOpenShards, rotateAfter, retention, iteratorLife, retainedBytes);
  }

  public StreamPolicy withRotateAfter(Duration newRotateAfter) {
    return new StreamPolicy(openShards, newRotateAfter, retention, iteratorLife, retainedBytes);
  }

  public StreamPolicy withRetainedBytes(long newRetainedBytes) {
    return new StreamPolicy(openShards, rotateAfter, retention, iteratorLife, newRetainedBytes);
  }
}
