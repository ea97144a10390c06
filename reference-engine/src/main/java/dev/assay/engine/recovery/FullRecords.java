package dev.assay.engine.recovery;

import dev.assay.engine.archive.RecordWriter;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * All items of a table, a file for each quarter of the key space: the service has one for each
 * partition, and whoever reads an export must cope with several.
 */
final class FullRecords implements ExportRecords {
  private static final int FILES = 4;

  private final ItemSource items;
  private final KeySchema key;
  private final Deque<AttributeMap> read = new ArrayDeque<>();
  private int file;
  private boolean ended;

  FullRecords(ItemSource items, KeySchema key) {
    this.items = items;
    this.key = key;
  }

  @Override
  public Progress write(RecordWriter out) throws IOException {
    if (read.isEmpty() && !ended) {
      read.addAll(items.next());
      ended = read.isEmpty();
    }
    int written = 0;
    long bytes = 0;
    while (!read.isEmpty() && fileOf(read.getFirst()) == file) {
      AttributeMap item = read.removeFirst();
      out.item(item);
      written++;
      bytes += item.sizeBytes();
    }
    if (written > 0) {
      return new Part(written, bytes);
    }
    return ++file < FILES ? new EndOfFile() : new End();
  }

  /** The items come in the order of these hashes. */
  private int fileOf(AttributeMap item) {
    return (int) (EntryKey.of(key, item).hash() >>> 62);
  }

  @Override
  public void close() {
    items.close();
  }
}
