package dev.assay.engine.legacy;

import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of {@code Expected}, as decoded; null for what was not sent.
 *
 * @param values {@code AttributeValueList}
 */
public record ExpectedAttribute(
    @Nullable AttributeValue value,
    @Nullable Boolean exists,
    @Nullable String comparisonOperator,
    @Nullable List<AttributeValue> values) {}
