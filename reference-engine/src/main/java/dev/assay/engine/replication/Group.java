package dev.assay.engine.replication;

import dev.assay.engine.store.OwedWrite;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The replicas of one global table that are there, and how they are kept alike. */
sealed interface Group permits EventualGroup, StrongGroup {
  /**
   * A region's table becomes a replica, or is one again after a restart. Called with its lock held.
   *
   * @param owed what it had not been given when the engine ended
   */
  void join(Replica replica, List<OwedWrite> owed);

  /** A region's table is a replica no longer. Called with its lock held. */
  void leave(Replica replica);

  /**
   * Brings in what is due in a region. Called with no lock held.
   *
   * @return when the next will be due; null if nothing will be as things are
   */
  @Nullable Instant receive(String region);

  /** Forgets what no replica needs to remember any more. */
  void trim();

  boolean isEmpty();
}
