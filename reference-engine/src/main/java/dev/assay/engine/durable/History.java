package dev.assay.engine.durable;

import dev.assay.engine.store.LogEntry;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What tables held in the past, read from disk: the nearest older snapshot, and the log from there.
 * Tables that are gone are found as long as what is pinned ({@link Retention}) reaches back to
 * them. Everything is handed on as it is read; only the keys and images that changed since the
 * snapshot are held in memory meanwhile. Safe for use by several threads, beside writes.
 */
public interface History {
  /**
   * The earliest time at which the items of a table can be told; empty if it is not known at all.
   *
   * @param tableId the table's UUID, {@link TableDefinition#id()}
   */
  Optional<Instant> earliest(String tableId);

  /**
   * The table as it was defined at a time.
   *
   * @return empty if it was not there then, or that is longer ago than what is kept
   * @throws IOException if what is on disk cannot be read or is damaged
   */
  Optional<TableDefinition> definition(String tableId, Instant time) throws IOException;

  /**
   * All items of a table as they were at a time: with the writes that were accepted then or before,
   * by the clock that they carry. No write counts as accepted before the one ahead of it.
   *
   * @param each gets every item once, in no order that means anything
   * @throws IOException if what is on disk cannot be read or is damaged
   * @throws IllegalArgumentException if the time is before {@link #earliest}
   */
  void items(String tableId, Instant time, Consumer<AttributeMap> each) throws IOException;

  /**
   * All items that a table had when it was removed, or has now.
   *
   * @param each gets every item once, in no order that means anything
   * @throws IOException if what is on disk cannot be read or is damaged
   * @throws IllegalArgumentException if nothing is known of the table any more
   */
  void lastItems(String tableId, Consumer<AttributeMap> each) throws IOException;

  /**
   * The writes to a table after a time, in their order, the first items of a restored table not
   * among them. No write counts as made before the one ahead of it, and those from before
   * continuous backups were enabled are left out.
   *
   * @param upTo position in the table's log up to which they are looked for
   * @return entries with their keys and both images
   * @throws IOException if what is on disk cannot be read or is damaged
   */
  List<LogEntry> changes(String tableId, Instant after, long upTo) throws IOException;

  /**
   * The writes to a table after one position of its log and up to another, in their order.
   *
   * @throws IOException if what is on disk cannot be read or is damaged
   * @throws IllegalArgumentException if they are not kept any more
   */
  void entries(String tableId, long after, long upTo, Consumer<LogEntry> each) throws IOException;

  /**
   * The latest time of a write to a table that is there, since continuous backups were enabled;
   * empty if there was none.
   */
  Optional<Instant> newest(String tableId);
}
