package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * A write of another region that a strongly consistent replica has not been given yet.
 *
 * @param after the item as it is to be, or null if it was deleted
 */
public record OwedWrite(EntryKey key, @Nullable AttributeMap after, WriteStamp stamp) {}
