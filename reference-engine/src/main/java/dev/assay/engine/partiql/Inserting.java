package dev.assay.engine.partiql;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.item.Putting;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** Puts an item where there is none yet. */
record Inserting(Putting putting) implements PreparedWrite {
  @Override
  public Table table() {
    return putting.table();
  }

  @Override
  public EntryKey key() {
    return putting.key();
  }

  @Override
  public AttributeMap evaluate(@Nullable AttributeMap before) {
    if (before != null) {
      throw new ServiceException(ErrorType.DUPLICATE_ITEM, "Duplicate primary key exists in table");
    }
    return putting.evaluate(null);
  }
}
