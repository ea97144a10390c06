package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * A write that has passed every check that does not need the stored item. Its table's lock is held
 * from reading the item to applying the result.
 */
public interface PreparedWrite {
  /** Largest item, in bytes (fact 8). */
  int MAX_ITEM_BYTES = 400 * 1024;

  Table table();

  EntryKey key();

  /**
   * The item as it is to be, or null if it is to be gone.
   *
   * @param before the item as it is, or null
   * @throws ServiceException if the condition does not hold or the result cannot be stored
   */
  @Nullable AttributeMap evaluate(@Nullable AttributeMap before);

  /** The same for a transaction's checks, which write nothing. */
  default boolean writes() {
    return true;
  }
}
