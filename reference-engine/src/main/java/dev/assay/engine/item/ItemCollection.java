package dev.assay.engine.item;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The size estimate of an item collection, which only tables with local indexes have. */
public final class ItemCollection {
  private static final long GIGABYTE = 1L << 30;

  private ItemCollection() {}

  /** Writes the member {@code ItemCollectionMetrics} of a single write. */
  static void write(PreparedWrite write, JsonWriter out) {
    if (!write.table().definition().localIndexes().isEmpty()) {
      out.name("ItemCollectionMetrics");
      writeObject(write.table(), write.key(), out);
    }
  }

  /** Writes the member of several writes: for each table that has local indexes its collections. */
  public static void writeByTable(List<PreparedWrite> writes, JsonWriter out) {
    Map<String, Map<EntryKey, PreparedWrite>> tables = new LinkedHashMap<>();
    for (PreparedWrite write : writes) {
      if (!write.table().definition().localIndexes().isEmpty()) {
        tables
            .computeIfAbsent(write.table().definition().name(), name -> new LinkedHashMap<>())
            .putIfAbsent(EntryKey.bound(List.of(write.key().partition()), List.of(), -1), write);
      }
    }
    if (!tables.isEmpty()) {
      out.startObject("ItemCollectionMetrics");
      tables.forEach(
          (table, collections) -> {
            out.startArray(table);
            collections.values().forEach(write -> writeObject(write.table(), write.key(), out));
            out.endArray();
          });
      out.endObject();
    }
  }

  /** Writes the metrics of the item collection that {@code key} is in. */
  public static void writeObject(Table table, EntryKey key, JsonWriter out) {
    String partitionKey = table.definition().key().partition().get(0).name();
    long bytes = 0;
    List<dev.assay.engine.value.AttributeValue> partition = List.of(key.partition());
    for (AttributeMap item :
        table
            .items()
            .subMap(
                EntryKey.bound(partition, List.of(), -1), EntryKey.bound(partition, List.of(), 1))
            .values()) {
      bytes += item.sizeBytes();
    }
    long gigabytes = bytes / GIGABYTE;
    out.startObject()
        .attributes("ItemCollectionKey", AttributeMap.of(partitionKey, key.partition()))
        .startArray("SizeEstimateRangeGB")
        .number((double) gigabytes)
        .number((double) gigabytes + 1)
        .endArray()
        .endObject();
  }
}
