package dev.assay.engine.table;

import java.time.Duration;

/**
 * How long tables and indexes stay in their passing states. Zero means that the state shows only in
 * the response to the request that began it.
 *
 * @param creating CREATING of a new table
 * @param updating UPDATING of a table whose settings change; of one that gets a new index, the
 *     phase in which the index is being allocated
 * @param deleting DELETING of a table or of an index
 * @param backfilling CREATING of a new index after its allocation
 * @param serving how long a vector index is ACTIVE before it is searched (fact 183)
 * @param timeToLivePause how long after a switch of time to live another is refused; the service
 *     has an hour
 * @param sourceReplicaPause how long after a table was copied to a new replica it cannot be deleted
 *     while it has replicas; the service has 24 hours
 *     <p>Start from {@link #IMMEDIATE} and set what is to take time.
 */
public record TableTransitions(
    Duration creating,
    Duration updating,
    Duration deleting,
    Duration backfilling,
    Duration serving,
    Duration timeToLivePause,
    Duration sourceReplicaPause) {
  public static final TableTransitions IMMEDIATE =
      new TableTransitions(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO);

  public TableTransitions withCreating(Duration newCreating) {
    return new TableTransitions(
        newCreating, updating, deleting, backfilling, serving, timeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withUpdating(Duration newUpdating) {
    return new TableTransitions(
        creating, newUpdating, deleting, backfilling, serving, timeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withDeleting(Duration newDeleting) {
    return new TableTransitions(
        creating, updating, newDeleting, backfilling, serving, timeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withBackfilling(Duration newBackfilling) {
    return new TableTransitions(
        creating, updating, deleting, newBackfilling, serving, timeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withServing(Duration newServing) {
    return new TableTransitions(
        creating, updating, deleting, backfilling, newServing, timeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withTimeToLivePause(Duration newTimeToLivePause) {
    return new TableTransitions(
        creating, updating, deleting, backfilling, serving, newTimeToLivePause, sourceReplicaPause);
  }

  public TableTransitions withSourceReplicaPause(Duration newSourceReplicaPause) {
    return new TableTransitions(
        creating, updating, deleting, backfilling, serving, timeToLivePause, newSourceReplicaPause);
  }
}
