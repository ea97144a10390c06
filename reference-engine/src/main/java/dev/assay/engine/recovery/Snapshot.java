package dev.assay.engine.recovery;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was at one position of its log, read while it goes on being written.
 *
 * <pre>
 *   items as they are  ──►  those that no later entry touched
 *   later entries      ──►  before-image of the first that touched a key
 * </pre>
 *
 * Parts are read under the table's lock, in the order of a scan.
 */
final class Snapshot implements LogReader, ItemSource {
  private final Table table;

  /** What keys had that have been written since; guarded by the table's lock. */
  private final TreeMap<EntryKey, Optional<AttributeMap>> before = new TreeMap<>();

  private @Nullable EntryKey last;
  private boolean ended;

  private Snapshot(Table table) {
    this.table = table;
  }

  /** The table as it is now. */
  static Snapshot now(Table table) {
    return before(table, List::of);
  }

  /** What was written after the moment, looked up while nothing is written. */
  interface Later {
    List<LogEntry> entries();
  }

  /** The table as it was before these entries, which must be all to its latest. */
  static Snapshot before(Table table, Later later) {
    Snapshot snapshot = new Snapshot(table);
    table.lock().lock();
    try {
      later.entries().forEach(snapshot::accept);
      table.addReader(snapshot);
    } finally {
      table.lock().unlock();
    }
    return snapshot;
  }

  @Override
  public void accept(LogEntry entry) {
    if (last == null || entry.key().compareTo(last) > 0) {
      before.putIfAbsent(entry.key(), Optional.ofNullable(entry.before()));
    }
  }

  @Override
  public List<AttributeMap> next() {
    List<AttributeMap> part;
    do {
      // A part whose items were all written later is empty and not the end.
      table.lock().lock();
      try {
        part = part();
      } finally {
        table.lock().unlock();
      }
    } while (part.isEmpty() && !ended);
    return part;
  }

  private List<AttributeMap> part() {
    List<AttributeMap> part = new ArrayList<>(PART);
    Iterator<Map.Entry<EntryKey, AttributeMap>> items =
        (last == null ? table.items() : table.items().tailMap(last, false)).entrySet().iterator();
    Map.Entry<EntryKey, AttributeMap> item = following(items);
    Map.Entry<EntryKey, Optional<AttributeMap>> old = before.pollFirstEntry();
    int looks = 0;
    while (looks++ < PART && (item != null || old != null)) {
      int order = item == null ? 1 : old == null ? -1 : item.getKey().compareTo(old.getKey());
      if (order < 0 && item != null) {
        part.add(item.getValue());
        last = item.getKey();
        item = following(items);
      } else if (old != null) {
        old.getValue().ifPresent(part::add);
        last = old.getKey();
        item = order == 0 ? following(items) : item;
        old = before.pollFirstEntry();
      }
    }
    ended = item == null && old == null;
    if (old != null) {
      before.put(old.getKey(), old.getValue());
    }
    return part;
  }

  private static Map.@Nullable Entry<EntryKey, AttributeMap> following(
      Iterator<Map.Entry<EntryKey, AttributeMap>> items) {
    return items.hasNext() ? items.next() : null;
  }

  @Override
  public void close() {
    table.removeReader(this);
  }
}
