package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.FloatVector;

/**
 * What a vector index holds of one item.
 *
 * @param key the item's key in the table
 * @param attributes the projected attributes, without the vector
 * @param sizeBytes what the service bills: the attributes, and the vector as its name and four
 *     bytes for each dimension (fact 185)
 */
public record VectorEntry(
    EntryKey key, FloatVector vector, AttributeMap attributes, long sizeBytes) {}
