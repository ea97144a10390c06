package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accepted write: the only thing that ever changes a table. Everything else that shows items
 * (indexes, streams, change feeds) is a reader of these.
 *
 * @param index position in the table's log, from 1
 * @param before the item as it was, or null if there was none
 * @param after the item as it is, or null if it was deleted
 * @param meta how it came about
 */
public record LogEntry(
    long index,
    EntryKey key,
    @Nullable AttributeMap before,
    @Nullable AttributeMap after,
    WriteMeta meta) {

  /** When the write was accepted, by the clock of the leader that accepted it. */
  public Instant time() {
    return meta.time();
  }

  /** Who wrote: a client, or the service itself. */
  public WriteOrigin origin() {
    return meta.origin();
  }

  /** The transaction that the write belongs to, or null. */
  public @Nullable String transactionId() {
    return meta.transactionId();
  }

  /** Whether the write left the item as it was: such an entry makes no stream record. */
  public boolean changesNothing() {
    return before != null && after != null && before.equals(after);
  }
}
