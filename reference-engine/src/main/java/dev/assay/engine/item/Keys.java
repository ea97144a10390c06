package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Checks that keys, and items that are to be stored, fit the schema of their table. */
public final class Keys {
  /** Largest partition key, in bytes. */
  public static final int MAX_PARTITION_BYTES = 2048;

  /** Largest sort key, in bytes. */
  public static final int MAX_SORT_BYTES = 1024;

  public static final String MISMATCH = "The provided key element does not match the schema";
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private Keys() {}

  /** The entry that a {@code Key} member names: it must have the key attributes and no other. */
  public static EntryKey ofKey(KeySchema schema, AttributeMap key) {
    if (key.size() != schema.size()) {
      throw ServiceException.validation(MISMATCH);
    }
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = key.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw ServiceException.validation(MISMATCH);
      }
    }
    checkEmptyAndSize(schema, key);
    return EntryKey.of(schema, key);
  }

  /** The entry under which an item is to be put. */
  public static EntryKey ofItem(KeySchema schema, AttributeMap item) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.find(attribute.name());
      if (value == null) {
        throw ServiceException.validation(
            INVALID + "Missing the key " + attribute.name() + " in the item");
      }
      if (value.type() != attribute.type()) {
        throw ServiceException.validation(
            INVALID
                + "Type mismatch for key "
                + attribute.name()
                + " expected: "
                + attribute.type()
                + " actual: "
                + value.type());
      }
    }
    checkEmptyAndSize(schema, item);
    return EntryKey.of(schema, item);
  }

  /** Checks that key values are not empty (fact 50). */
  public static void checkEmpty(KeySchema schema, AttributeMap attributes) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = attributes.find(attribute.name());
      if (value != null && isEmpty(value)) {
        throw ServiceException.validation(
            NOT_VALID
                + "The AttributeValue for a key attribute cannot contain an empty "
                + (value.type() == AttributeType.B ? "binary" : "string")
                + " value. Key: "
                + attribute.name());
      }
    }
  }

  /** Checks that key values are neither empty nor too long. */
  public static void checkEmptyAndSize(KeySchema schema, AttributeMap attributes) {
    checkEmpty(schema, attributes);
    checkSize(
        attributes.find(schema.partition().get(0).name()),
        schema.sort().isEmpty() ? null : attributes.find(schema.sort().get(0).name()));
  }

  private static void checkSize(@Nullable AttributeValue partition, @Nullable AttributeValue sort) {
    if (partition != null && partition.sizeBytes() > MAX_PARTITION_BYTES) {
      throw ServiceException.validation(
          INVALID
              + "Size of hashkey has exceeded the maximum size limit of"
              + MAX_PARTITION_BYTES
              + " bytes");
    }
    if (sort != null && sort.sizeBytes() > MAX_SORT_BYTES) {
      throw ServiceException.validation(
          INVALID
              + "Aggregated size of all range keys has exceeded the size limit of "
              + MAX_SORT_BYTES
              + " bytes");
    }
  }

  /** Checks the index keys of an item that is put whole (fact 52). */
  public static void checkIndexKeysOfPut(TableDefinition table, AttributeMap item) {
    for (SecondaryIndex index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = item.find(attribute.name());
        if (value == null || table.key().names(attribute.name())) {
          continue;
        }
        checkIndexKeyType(index, attribute, value);
        if (isEmpty(value)) {
          throw ServiceException.validation(
              NOT_VALID
                  + "A value specified for a secondary index key is not supported. The"
                  + " AttributeValue for a key attribute cannot contain an empty "
                  + (value.type() == AttributeType.B ? "binary" : "string")
                  + " value. IndexName: "
                  + index.name()
                  + ", IndexKey: "
                  + attribute.name());
        }
        checkIndexKeySize(index, attribute, value);
      }
    }
  }

  /** Checks the index keys that an update has changed. */
  public static void checkIndexKeysOfUpdate(
      TableDefinition table, @Nullable AttributeMap before, AttributeMap after) {
    for (SecondaryIndex index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = after.find(attribute.name());
        if (value == null
            || table.key().names(attribute.name())
            || (before != null && value.equals(before.find(attribute.name())))) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw ServiceException.validation(
              "The update expression attempted to update the secondary index key to unsupported"
                  + " type");
        }
        if (isEmpty(value)) {
          throw ServiceException.validation(
              NOT_VALID
                  + "The update expression attempted to update a secondary index key to a value"
                  + " that is not supported. The AttributeValue for a key attribute cannot contain"
                  + " an empty "
                  + (value.type() == AttributeType.B ? "binary" : "string")
                  + " value.");
        }
        checkIndexKeySize(index, attribute, value);
      }
    }
  }

  private static void checkIndexKeyType(
      SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.type()) {
      throw ServiceException.validation(
          INVALID
              + "Type mismatch for Index Key "
              + attribute.name()
              + " Expected: "
              + attribute.type()
              + " Actual: "
              + value.type()
              + " IndexName: "
              + index.name());
    }
  }

  private static void checkIndexKeySize(
      SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
    boolean partition = index.key().partition().contains(attribute);
    checkSize(partition ? value : null, partition ? null : value);
  }

  static boolean isEmpty(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value().isEmpty();
      case AttributeValue.B b -> b.value().length() == 0;
      case AttributeValue.N ignored -> false;
      case AttributeValue.Bool ignored -> false;
      case AttributeValue.Null ignored -> false;
      case AttributeValue.L ignored -> false;
      case AttributeValue.M ignored -> false;
      case AttributeValue.SS ignored -> false;
      case AttributeValue.NS ignored -> false;
      case AttributeValue.BS ignored -> false;
    };
  }

  /** The key attributes of an item, as a {@code LastEvaluatedKey} or a stream shows them. */
  public static AttributeMap only(KeySchema schema, AttributeMap item) {
    AttributeMap.Builder key = AttributeMap.builder();
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.find(attribute.name());
      if (value != null) {
        key.put(attribute.name(), value);
      }
    }
    return key.build();
  }
}
