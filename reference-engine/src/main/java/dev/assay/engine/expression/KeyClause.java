package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import java.util.List;

/**
 * One condition on one key attribute, before it is known whether the key has such an attribute.
 *
 * @param values two for {@link KeyOperator#BETWEEN}, otherwise one
 */
public record KeyClause(String attribute, KeyOperator operator, List<AttributeValue> values) {
  public KeyClause {
    values = List.copyOf(values);
  }
}
