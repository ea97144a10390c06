package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that has been accepted, and all that it changed.
 *
 * @param before the item as it was, or null
 * @param after the item as it is, or null
 * @param billedBytes the larger of the two images, with indexed vectors as they are billed
 */
public record Write(
    @Nullable AttributeMap before,
    @Nullable AttributeMap after,
    List<IndexChange> indexChanges,
    List<VectorChange> vectorChanges,
    long billedBytes) {
  /** What deleting an item that is not there does. */
  public static final Write NOTHING = new Write(null, null, List.of(), List.of(), 0);
}
