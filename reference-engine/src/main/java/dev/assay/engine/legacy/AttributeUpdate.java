package dev.assay.engine.legacy;

import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/** One entry of {@code AttributeUpdates}, as decoded; null for what was not sent. */
public record AttributeUpdate(@Nullable AttributeValue value, @Nullable String action) {}
