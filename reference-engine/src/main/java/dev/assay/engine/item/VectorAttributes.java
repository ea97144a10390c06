package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.FloatVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an item to be stored fits the vector indexes of its table: for each index first the
 * vector, then what its search schema names. An item may lack any of it.
 */
final class VectorAttributes {
  private static final int MAX_HASH_BYTES = 2048;
  private static final int MAX_FILTER_BYTES = 10_240;
  private static final String INVALID = "One or more parameter values were invalid";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private VectorAttributes() {}

  /**
   * Checks what a write changes.
   *
   * @param before the item as it is, where only changes count; null to check all of {@code after}
   */
  static void check(TableDefinition table, @Nullable AttributeMap before, AttributeMap after) {
    for (VectorIndex index : table.vectorIndexes()) {
      AttributeValue vector = changed(index.attribute(), before, after);
      if (vector != null) {
        checkVector(index, vector);
      }
      for (VectorIndex.SearchAttribute attribute : index.searchSchema()) {
        AttributeValue value = changed(attribute.name(), before, after);
        if (value != null) {
          checkSearchAttribute(table, index, attribute, value);
        }
      }
    }
  }

  private static @Nullable AttributeValue changed(
      String attribute, @Nullable AttributeMap before, AttributeMap after) {
    AttributeValue value = after.find(attribute);
    return value == null || before == null || !value.equals(before.find(attribute)) ? value : null;
  }

  private static void checkVector(VectorIndex index, AttributeValue value) {
    String of = " for parameter " + index.attribute();
    if (!(value instanceof AttributeValue.L(List<AttributeValue> elements))) {
      throw refusal(
          NOT_VALID + INVALID + " . Invalid type" + of + ", Expected: L, Actual: " + value.type(),
          index);
    }
    if (elements.size() != index.dimensions()) {
      throw refusal(
          NOT_VALID
              + INVALID
              + " . Invalid size"
              + of
              + ", Expected: "
              + index.dimensions()
              + ", Actual: "
              + elements.size(),
          index);
    }
    for (int i = 0; i < elements.size(); i++) {
      checkComponent(index, of + "[" + i + "]", elements.get(i));
    }
  }

  private static void checkComponent(VectorIndex index, String of, AttributeValue element) {
    if (!(element instanceof AttributeValue.N(DynamoNumber number))) {
      throw refusal(
          INVALID
              + ". Invalid type"
              + of
              + ", Expected: 32-bit floating point number, Actual: "
              + element.type(),
          index);
    }
    if (!FloatVector.isComponent(element)) {
      throw refusal(
          NOT_VALID
              + INVALID
              + " . Invalid value"
              + of
              + ", Value: "
              + number.value().doubleValue()
              + " is outside valid range ["
              + -Float.MAX_VALUE
              + ", "
              + Float.MAX_VALUE
              + "]",
          index);
    }
  }

  private static void checkSearchAttribute(
      TableDefinition table,
      VectorIndex index,
      VectorIndex.SearchAttribute attribute,
      AttributeValue value) {
    String name = attribute.name();
    AttributeType expected = definedType(table, name);
    if (expected != null && value.type() != expected) {
      throw refusal(
          INVALID
              + ". Attribute '"
              + name
              + "' type mismatch. Expected: "
              + expected
              + ", Actual: "
              + value.type(),
          index);
    }
    switch (attribute.role()) {
      case HASH -> {
        if (Keys.isEmpty(value)) {
          throw ServiceException.validation(
              NOT_VALID
                  + "A value specified for a secondary index key is not supported. The"
                  + " AttributeValue for a key attribute cannot contain an empty "
                  + (value.type() == AttributeType.B ? "binary" : "string")
                  + " value. IndexName: "
                  + index.name()
                  + ", IndexKey: "
                  + name);
        }
        if (value.sizeBytes() > MAX_HASH_BYTES) {
          throw ServiceException.validation(
              INVALID
                  + ": Aggregate size for HASH key attributes exceeds the maximum of "
                  + MAX_HASH_BYTES
                  + " bytes");
        }
      }
      case INLINE_FILTER -> {
        if (value.sizeBytes() > MAX_FILTER_BYTES) {
          throw ServiceException.validation(
              INVALID
                  + ": Size limit exceeded for SearchSchema attribute '"
                  + name
                  + "': maximum "
                  + MAX_FILTER_BYTES
                  + " bytes");
        }
      }
    }
  }

  private static @Nullable AttributeType definedType(TableDefinition table, String name) {
    for (KeyAttribute attribute : table.attributeDefinitions()) {
      if (attribute.name().equals(name)) {
        return attribute.type();
      }
    }
    return null;
  }

  private static ServiceException refusal(String problem, VectorIndex index) {
    return ServiceException.validation(problem + ". IndexName: " + index.name());
  }
}
