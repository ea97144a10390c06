package dev.assay.engine.item;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.List;

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
