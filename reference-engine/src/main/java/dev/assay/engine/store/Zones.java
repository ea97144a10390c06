package dev.assay.engine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's items are read and written: the replicas of its partitions, one in each
 * availability zone. Safe for use by several threads.
 */
public interface Zones {

  /**
   * Whether every replica has every entry and every partition can be read and written, so that
   * nothing else here needs to be asked. Costs next to nothing.
   */
  boolean isPlain();

  /** Whether what an entry replaces has to be kept, for replicas that may not have applied it. */
  boolean keepsVersions();

  /**
   * The time by the clock of the zone where the key's partition is led.
   *
   * @return null if no clock is wrong
   */
  @Nullable Instant timeAt(EntryKey key);

  /** Whether a clock is wrong, so that partitions may have times of their own. */
  boolean hasOwnClocks();

  /**
   * Lets a write of the key by, or not.
   *
   * @throws dev.assay.engine.error.ServiceException if its partition has no leader, or waits for an
   *     earlier write
   */
  void beforeWrite(EntryKey key);

  /**
   * What one read of the table sees: of each partition what its leader has, or for an eventual read
   * what some live replica has.
   *
   * @param lowHash the lowest hash that is read, unsigned
   * @param highHash the highest, included
   * @throws dev.assay.engine.error.ServiceException if one of these partitions cannot be read so
   */
  View view(boolean consistent, long lowHash, long highHash);

  /**
   * What one read of a global index sees, by the hash of an entry's key in the table.
   *
   * @throws dev.assay.engine.error.ServiceException if the index cannot be read
   */
  View indexView();

  /** The position in the log up to which every replica has applied the entries of a hash. */
  long slowest(long hash);

  /** The same of the global indexes. */
  long slowestIndex(long hash);

  /** The positions in the log at which a read sees the partitions. */
  @FunctionalInterface
  interface View {
    /** Sees every entry. */
    View ALL = hash -> Long.MAX_VALUE;

    /** The position of the partition that holds the hash: no later entry is seen. */
    long position(long hash);
  }
}
