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
 */
public record TableTransitions(
    Duration creating, Duration updating, Duration deleting, Duration backfilling) {
  public static final TableTransitions IMMEDIATE =
      new TableTransitions(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
