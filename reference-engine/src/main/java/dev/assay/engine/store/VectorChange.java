package dev.assay.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * What a write did to one vector index.
 *
 * @param before the entry before the write, or null if the index did not hold the item
 * @param after the entry after it, or null if the index does not hold the item
 * @param moved whether the entry has another HASH value than before
 */
public record VectorChange(
    String indexName, @Nullable VectorEntry before, @Nullable VectorEntry after, boolean moved) {}
