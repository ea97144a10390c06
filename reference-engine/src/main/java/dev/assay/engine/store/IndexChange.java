package dev.assay.engine.store;

import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to one index.
 *
 * @param before the projected item before the write, or null if the index did not hold it
 * @param after the projected item after it, or null if the index does not hold it
 * @param moved whether the item has another key in the index than before
 */
public record IndexChange(
    SecondaryIndex index,
    @Nullable AttributeMap before,
    @Nullable AttributeMap after,
    boolean moved) {}
