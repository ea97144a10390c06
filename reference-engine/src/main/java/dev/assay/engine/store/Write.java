package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that has been accepted, and all that it changed.
 *
 * @param before the item as it was, or null
 * @param after the item as it is, or null
 */
public record Write(
    @Nullable AttributeMap before, @Nullable AttributeMap after, List<IndexChange> indexChanges) {}
