package dev.assay.engine.schema;

import dev.assay.engine.value.AttributeType;

/**
 * One attribute of a key.
 *
 * @param type S, N or B
 */
public record KeyAttribute(String name, AttributeType type) {}
