package dev.assay.engine.store;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.value.AttributeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The entries of one secondary index: a reader of its table's log. */
public final class IndexData {
  private final SecondaryIndex definition;
  private final KeySchema tableKey;
  private final ConcurrentSkipListMap<EntryKey, AttributeMap> entries =
      new ConcurrentSkipListMap<>();
  private final Versions<AttributeMap> versions = new Versions<>();
  private final LongAdder itemCount = new LongAdder();
  private final LongAdder sizeBytes = new LongAdder();

  IndexData(SecondaryIndex definition, KeySchema tableKey) {
    this.definition = definition;
    this.tableKey = tableKey;
  }

  /**
   * Takes one write into the index.
   *
   * @return what the index held of the item before and after it
   */
  IndexChange accept(EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    EntryKey oldKey = before == null ? null : EntryKey.inIndex(definition.key(), before, key);
    EntryKey newKey = after == null ? null : EntryKey.inIndex(definition.key(), after, key);
    AttributeMap oldImage = before == null || oldKey == null ? null : project(before);
    AttributeMap newImage = after == null || newKey == null ? null : project(after);
    if (newKey != null && newImage != null) {
      count(entries.put(newKey, newImage), newImage);
    }
    boolean moved = oldKey != null && newKey != null && !oldKey.equals(newKey);
    if (oldKey != null && (newKey == null || moved)) {
      count(entries.remove(oldKey), null);
    }
    return new IndexChange(definition, oldImage, newImage, moved);
  }

  /**
   * Keeps what an entry is about to replace in the index, for readers that are behind.
   *
   * @param slowest up to where every reader sees the log, by key in the index
   */
  void keep(LogEntry entry, ToLongFunction<EntryKey> slowest) {
    EntryKey key = entry.key();
    AttributeMap before = entry.before();
    AttributeMap after = entry.after();
    EntryKey oldKey = before == null ? null : EntryKey.inIndex(definition.key(), before, key);
    EntryKey newKey = after == null ? null : EntryKey.inIndex(definition.key(), after, key);
    if (oldKey != null) {
      versions.replaced(oldKey, entry.index(), entries.get(oldKey), slowest);
    }
    if (newKey != null && (oldKey == null || !newKey.equals(oldKey))) {
      versions.replaced(newKey, entry.index(), entries.get(newKey), slowest);
    }
  }

  Versions<AttributeMap> versions() {
    return versions;
  }

  boolean isGlobal() {
    return definition.isGlobal();
  }

  private void count(@Nullable AttributeMap replaced, @Nullable AttributeMap image) {
    itemCount.add((image == null ? 0 : 1) - (replaced == null ? 0 : 1));
    sizeBytes.add(
        (image == null ? 0 : image.sizeBytes()) - (replaced == null ? 0 : replaced.sizeBytes()));
  }

  private AttributeMap project(AttributeMap item) {
    return definition.projection().of(item, tableKey, definition.key());
  }

  /** Entries in index order, projected. Reading needs no lock. */
  public ConcurrentSkipListMap<EntryKey, AttributeMap> entries() {
    return entries;
  }

  public long itemCount() {
    return itemCount.sum();
  }

  public long sizeBytes() {
    return sizeBytes.sum();
  }
}
