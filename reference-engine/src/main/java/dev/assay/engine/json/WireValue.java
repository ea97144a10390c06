package dev.assay.engine.json;

import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/** One attribute value as it came over the wire, with what is wrong with it, if anything is. */
public record WireValue(AttributeValue value, @Nullable ValueProblem problem) {}
