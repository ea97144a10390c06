package dev.assay.engine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a write came about.
 *
 * @param time when it was accepted, by the clock of the leader that accepted it
 * @param origin who wrote: a client, or the service itself
 * @param transactionId the transaction that it belongs to, or null
 * @param stamp by which the replicas of a global table order the item's writes; null if the table
 *     is none, or until the table has stamped it
 */
public record WriteMeta(
    Instant time, WriteOrigin origin, @Nullable String transactionId, @Nullable WriteStamp stamp) {

  /** A write without a stamp. */
  public WriteMeta(Instant time, WriteOrigin origin, @Nullable String transactionId) {
    this(time, origin, transactionId, null);
  }

  /** A write that was made in another region, or that replication itself makes. */
  public static WriteMeta ofReplication(Instant time, @Nullable WriteStamp stamp) {
    return new WriteMeta(time, WriteOrigin.REPLICATION, null, stamp);
  }

  /** A client's write that stands alone. */
  public static WriteMeta ofClient(Instant time) {
    return new WriteMeta(time, WriteOrigin.CLIENT, null);
  }

  /** A client's write that is part of a transaction. */
  public static WriteMeta ofTransaction(Instant time, String transactionId) {
    return new WriteMeta(time, WriteOrigin.CLIENT, transactionId);
  }

  /** The deletion of an item whose time to live has run out. */
  public static WriteMeta ofExpiry(Instant time) {
    return new WriteMeta(time, WriteOrigin.TIME_TO_LIVE, null);
  }

  WriteMeta withStamp(@Nullable WriteStamp newStamp) {
    return new WriteMeta(time, origin, transactionId, newStamp);
  }
}
