package dev.assay.engine.item;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** Deletes an item, if there is one. */
public record Deleting(Table table, EntryKey key, Guard guard) implements PreparedWrite {
  @Override
  public @Nullable AttributeMap evaluate(@Nullable AttributeMap before) {
    guard.check(before);
    return null;
  }
}
