package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes parts of an item, or makes it.
 *
 * @param keyAttributes what a new item begins with
 */
public record Updating(
    Table table, EntryKey key, AttributeMap keyAttributes, UpdateExpression update, Guard guard)
    implements PreparedWrite {

  @Override
  public AttributeMap evaluate(@Nullable AttributeMap before) {
    guard.check(before);
    AttributeMap after = update.apply(before == null ? keyAttributes : before);
    Nesting.check(after);
    Keys.checkIndexKeysOfUpdate(table.definition(), before, after);
    VectorAttributes.check(table.definition(), before, after);
    if (after.sizeBytes() > MAX_ITEM_BYTES) {
      throw tooLarge();
    }
    return after;
  }

  static ServiceException tooLarge() {
    return ServiceException.validation("Item size to update has exceeded the maximum allowed size");
  }
}
