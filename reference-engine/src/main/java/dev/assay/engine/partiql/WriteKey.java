package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * The one item that a WHERE clause names: by equalities that everything else is joined to by AND.
 */
final class WriteKey {
  private final KeySchema schema;
  private final AttributeMap.Builder key = AttributeMap.builder();

  private WriteKey(KeySchema schema) {
    this.schema = schema;
  }

  /** The key that an UPDATE or a DELETE names; its values may still not fit the schema. */
  static AttributeMap of(@Nullable Condition where, KeySchema schema) {
    WriteKey key = new WriteKey(schema);
    if (where != null) {
      key.visit(where);
    }
    for (KeyAttribute attribute : schema.attributes()) {
      if (!key.key.has(attribute.name())) {
        throw ServiceException.validation(
            "Where clause does not contain a mandatory equality on all key attributes");
      }
    }
    AttributeMap named = key.key.build();
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = named.find(attribute.name());
      if (value != null) {
        KeyReads.checkScalar(attribute, value);
      }
    }
    return named;
  }

  /** As much of the key as the clause names by equalities that do not contradict each other. */
  static AttributeMap namedBy(@Nullable Condition where, KeySchema schema) {
    WriteKey key = new WriteKey(schema);
    try {
      if (where != null) {
        key.visit(where);
      }
    } catch (ServiceException contradiction) {
      return AttributeMap.EMPTY;
    }
    return key.key.build();
  }

  /** Refuses a key value of another type than its key attribute's. */
  static void checkTypes(AttributeMap key, KeySchema schema) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = key.find(attribute.name());
      if (value != null) {
        KeyReads.checkValue(attribute, value);
      }
    }
  }

  private void visit(Condition condition) {
    if (condition instanceof Condition.And(Condition left, Condition right)) {
      visit(left);
      visit(right);
      return;
    }
    KeyTests.KeyTest test = KeyTests.of(condition);
    if (test == null || !test.isEquality() || !schema.names(test.attribute())) {
      return;
    }
    AttributeValue value = test.range().value();
    if (key.has(test.attribute()) && !value.equals(key.build().find(test.attribute()))) {
      throw ServiceException.validation(
          "Multiple conditions on same key "
              + test.attribute()
              + ". Only single item Update/Insert/Delete are supported");
    }
    key.put(test.attribute(), value);
  }
}
