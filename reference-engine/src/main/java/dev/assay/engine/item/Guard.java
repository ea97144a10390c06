package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write.
 *
 * @param condition null if the write is unconditional
 * @param returnsItem whether a failure shows the item that made it fail
 */
public record Guard(@Nullable Condition condition, boolean returnsItem) {
  public static final Guard NONE = new Guard(null, false);

  /** Throws ConditionalCheckFailedException if the item as it is does not meet the condition. */
  public void check(@Nullable AttributeMap before) {
    if (condition != null && !condition.test(before == null ? AttributeMap.EMPTY : before)) {
      throw ServiceException.conditionalCheckFailed(returnsItem ? before : null);
    }
  }
}
