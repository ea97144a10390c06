package dev.assay.engine.partiql;

import dev.assay.engine.item.Deleting;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** Deletes an item; where there is none, its condition is not looked at (fact 148). */
record Removing(Deleting deleting) implements PreparedWrite {
  @Override
  public Table table() {
    return deleting.table();
  }

  @Override
  public EntryKey key() {
    return deleting.key();
  }

  @Override
  public @Nullable AttributeMap evaluate(@Nullable AttributeMap before) {
    return before == null ? null : deleting.evaluate(before);
  }
}
