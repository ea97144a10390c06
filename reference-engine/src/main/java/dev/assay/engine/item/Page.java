package dev.assay.engine.item;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query or a scan: entries are read until the limit is reached or a megabyte has been
 * read, whichever is first; filters come after (facts 82 and 83).
 *
 * @param scanned how many entries were read
 * @param scannedBytes their size
 * @param last the last entry that was read, if the page ended before the range did
 */
record Page(int scanned, long scannedBytes, Map.@Nullable Entry<EntryKey, AttributeMap> last) {

  /** The entry that reaches this many bytes is the last of its page. */
  static final long MAX_BYTES = 1024 * 1024;

  /**
   * Reads a page.
   *
   * @param limit most entries to read
   * @param each told of every entry that is read
   */
  static Page read(
      Iterable<Map.Entry<EntryKey, AttributeMap>> range,
      int limit,
      BiConsumer<EntryKey, AttributeMap> each) {
    int scanned = 0;
    long bytes = 0;
    for (Map.Entry<EntryKey, AttributeMap> entry : range) {
      AttributeMap item = entry.getValue();
      scanned++;
      bytes += item.sizeBytes();
      each.accept(entry.getKey(), item);
      if (scanned >= limit || bytes >= MAX_BYTES) {
        return new Page(scanned, bytes, entry);
      }
    }
    return new Page(scanned, bytes, null);
  }
}
