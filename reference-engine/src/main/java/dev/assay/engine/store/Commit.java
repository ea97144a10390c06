package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one table or several that are accepted all or none. Whoever makes one holds the locks
 * of all its tables until it is applied.
 */
public final class Commit {
  private final WriteMeta meta;
  private final List<Committed> entries = new ArrayList<>();
  private @Nullable Attachment attachment;

  public Commit(WriteMeta meta) {
    this.meta = meta;
  }

  /**
   * Adds a write.
   *
   * @param before the item as it is, which the caller has read under the same lock
   * @param after the item to be, or null to delete it
   * @return its place in what {@link #apply} returns, or -1 if it does nothing
   */
  public int add(
      Table table, EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    if (before == null && after == null) {
      return -1;
    }
    int earlier = 0;
    for (Committed committed : entries) {
      earlier += committed.table() == table ? 1 : 0;
    }
    entries.add(new Committed(table, table.next(earlier, key, before, after, meta)));
    return entries.size() - 1;
  }

  /**
   * Applies writes that were not accepted when they were made, and now are. The caller holds the
   * locks of their tables, in which nothing has changed the same items since.
   *
   * @param log accepts them
   */
  public static void redo(List<Committed> refused, @Nullable Attachment attachment, CommitLog log) {
    Commit again = new Commit(refused.getFirst().entry().meta());
    for (Committed committed : refused) {
      LogEntry entry = committed.entry();
      int earlier = 0;
      for (Committed before : again.entries) {
        earlier += before.table() == committed.table() ? 1 : 0;
      }
      again.entries.add(
          new Committed(
              committed.table(),
              committed
                  .table()
                  .next(earlier, entry.key(), entry.before(), entry.after(), entry.meta())));
    }
    log.commit(again.entries, attachment);
    for (Committed committed : again.entries) {
      Write unused = committed.table().apply(committed.entry());
    }
  }

  /** Has a document kept if and only if the writes are. */
  public Commit attach(Attachment document) {
    attachment = document;
    return this;
  }

  /**
   * Has the writes accepted, and makes them visible.
   *
   * @return what each did, in the order in which they were added
   * @throws dev.assay.engine.error.ServiceException if they are not accepted
   */
  public List<Write> apply() {
    List<Write> writes = new ArrayList<>(entries.size());
    if (entries.isEmpty()) {
      return writes;
    }
    entries.getFirst().table().commitLog().commit(entries, attachment);
    for (Committed committed : entries) {
      writes.add(committed.table().apply(committed.entry()));
    }
    return writes;
  }
}
