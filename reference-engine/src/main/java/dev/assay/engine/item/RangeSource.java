package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Entries;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What a query or a scan reads: a table, or one of its indexes.
 *
 * @param index null for the table itself
 */
public record RangeSource(Table table, @Nullable SecondaryIndex index, Entries entries) {

  /** Refuses to read a vector index otherwise than by a search, in these words (fact 88). */
  static void refuseVectorIndex(Table table, @Nullable String indexName, String words) {
    if (indexName != null && table.definition().vectorIndex(indexName).isPresent()) {
      throw ServiceException.validation(words);
    }
  }

  /**
   * The table itself, or the index of this name.
   *
   * @param consistent whether leaders are read, and not any replicas
   * @throws ServiceException if there is no such index, or it is not filled yet
   */
  public static RangeSource of(Table table, @Nullable String indexName, boolean consistent) {
    if (indexName == null) {
      return new RangeSource(table, null, table.entries(consistent));
    }
    SecondaryIndex index = table.definition().index(indexName).orElse(null);
    if (index == null) {
      throw ServiceException.validation(
          "The table does not have the specified index: " + indexName);
    }
    if (index.status() == TableStatus.CREATING) {
      throw ServiceException.validation(
          "Cannot read from backfilling global secondary index: " + indexName);
    }
    return new RangeSource(
        table,
        index,
        table.entries(
            table
                .index(indexName)
                .orElseThrow(
                    () ->
                        ServiceException.validation(
                            "The table does not have the specified index: " + indexName)),
            consistent));
  }

  /** The key by which it is ordered. */
  public KeySchema key() {
    return index == null ? table.definition().key() : index.key();
  }

  /** Name of the index; null for the table itself. */
  public @Nullable String indexName() {
    return index == null ? null : index.name();
  }

  public boolean isGlobalIndex() {
    return index != null && index.isGlobal();
  }

  /** The key that a page which ends at {@code item} gives as its last (facts 84 and 93). */
  public AttributeMap lastKey(AttributeMap item) {
    AttributeMap tableKey = Keys.only(table.definition().key(), item);
    return index == null
        ? tableKey
        : tableKey.toBuilder().putAll(Keys.only(index.key(), item)).build();
  }

  /** The entry after which a page is to begin, or null if the key does not fit. */
  public @Nullable EntryKey startAfter(AttributeMap exclusiveStartKey) {
    int expected = 0;
    KeySchema tableKey = table.definition().key();
    for (KeyAttribute attribute : tableKey.attributes()) {
      if (!fits(attribute, exclusiveStartKey)) {
        return null;
      }
      expected++;
    }
    if (index != null) {
      for (KeyAttribute attribute : index.key().attributes()) {
        if (!fits(attribute, exclusiveStartKey)) {
          return null;
        }
        expected += tableKey.names(attribute.name()) ? 0 : 1;
      }
    }
    if (exclusiveStartKey.size() != expected) {
      return null;
    }
    EntryKey inTable = EntryKey.of(tableKey, exclusiveStartKey);
    return index == null ? inTable : EntryKey.inIndex(index.key(), exclusiveStartKey, inTable);
  }

  private static boolean fits(KeyAttribute attribute, AttributeMap key) {
    AttributeValue value = key.find(attribute.name());
    return value != null && value.type() == attribute.type() && !Keys.isEmpty(value);
  }

  /** Whether the entries of the source hold the attribute of this name. */
  public boolean holds(String attribute) {
    return index == null
        || index.projection().holds(attribute, table.definition().key(), index.key());
  }
}
