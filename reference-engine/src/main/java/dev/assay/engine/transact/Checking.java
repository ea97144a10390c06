package dev.assay.engine.transact;

import dev.assay.engine.item.Guard;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** Checks a condition on an item and leaves it as it is. */
public record Checking(Table table, EntryKey key, Guard guard) implements PreparedWrite {
  @Override
  public @Nullable AttributeMap evaluate(@Nullable AttributeMap before) {
    guard.check(before);
    return before;
  }

  @Override
  public boolean writes() {
    return false;
  }
}
