package dev.assay.engine.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table has to heed because it is a replica of a global table. */
public interface Replication {
  /**
   * The stamp of a write that this region takes from a client or makes itself. Called with the
   * table's lock held.
   *
   * @param time by the region's clock
   * @param held the stamp of the item's last write here, also if that was a deletion; null if none
   *     is known
   * @return null if the table's writes are not told apart by stamps
   */
  @Nullable WriteStamp stamp(Instant time, @Nullable WriteStamp held);

  /**
   * Announces a client's write of an item, before it takes the lock.
   *
   * @throws dev.assay.engine.error.ServiceException ReplicatedWriteConflictException if the item is
   *     being written in another region, where that matters
   */
  void enter(EntryKey key);

  /** Ends what {@link #enter} announced. */
  void leave(EntryKey key);

  /**
   * Makes the table fit for a write, with its lock held.
   *
   * @throws dev.assay.engine.error.ServiceException if it cannot take one now
   */
  void beforeWrite();

  /**
   * Makes the table fit for a strongly consistent read; called without its lock.
   *
   * @throws dev.assay.engine.error.ServiceException if it cannot serve one now
   */
  void beforeStrongRead();

  /**
   * Lets transactions by, or not.
   *
   * @throws dev.assay.engine.error.ServiceException if the table takes no part in any
   */
  void beforeTransaction();

  /** What it has not been given yet and must be given in this order, also after a restart. */
  List<OwedWrite> owed();

  /** Whether this region, and not another, deletes the item when its time to live has run out. */
  boolean expiresHere(EntryKey key);
}
