package dev.assay.engine.archive;

import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item within a stretch of time.
 *
 * @param writtenMicros when it was last written, in microseconds since the epoch
 * @param keys its key attributes
 * @param before the item at the beginning; null if there was none, or it is not to be shown
 * @param after the item at the end; null if there is none
 */
public record ChangedItem(
    long writtenMicros,
    AttributeMap keys,
    @Nullable AttributeMap before,
    @Nullable AttributeMap after) {}
