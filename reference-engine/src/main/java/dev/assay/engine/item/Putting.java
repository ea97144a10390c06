package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** Puts a whole item. */
public record Putting(Table table, EntryKey key, AttributeMap item, Guard guard)
    implements PreparedWrite {

  /** Checks the item against its table's schema. */
  public static Putting of(Table table, AttributeMap item, Guard guard) {
    EntryKey key = Keys.ofItem(table.definition().key(), item);
    Keys.checkIndexKeysOfPut(table.definition(), item);
    VectorAttributes.check(table.definition(), null, item);
    return new Putting(table, key, item, guard);
  }

  /** Checks what can be checked without the table. */
  public static void checkSize(AttributeMap item) {
    if (item.sizeBytes() > MAX_ITEM_BYTES) {
      throw ServiceException.validation("Item size has exceeded the maximum allowed size");
    }
  }

  @Override
  public AttributeMap evaluate(@Nullable AttributeMap before) {
    guard.check(before);
    return item;
  }
}
