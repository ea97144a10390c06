package dev.assay.engine.legacy;

import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a filter or of {@code KeyConditions}, as decoded.
 *
 * @param comparisonOperator as sent; null if not sent
 * @param values {@code AttributeValueList}; null if not sent
 */
public record LegacyCondition(
    @Nullable String comparisonOperator, @Nullable List<AttributeValue> values) {}
