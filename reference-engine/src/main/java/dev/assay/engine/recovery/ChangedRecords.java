package dev.assay.engine.recovery;

import dev.assay.engine.archive.ChangedItem;
import dev.assay.engine.archive.RecordWriter;
import dev.assay.engine.item.Keys;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items that were changed within a stretch of time, each once, whatever happened between. */
final class ChangedRecords implements ExportRecords {
  private final boolean oldImages;
  private final KeySchema key;
  private final Iterator<Change> changes;

  /** What the stretch began and ended with. */
  private record Change(
      @Nullable AttributeMap before, @Nullable AttributeMap after, Instant writtenAt) {}

  /**
   * @param moments the entries of the log from the beginning of the stretch, oldest first
   */
  ChangedRecords(KeySchema key, ExportOrder.Stretch stretch, List<TableHistory.Moment> moments) {
    this.key = key;
    this.oldImages = stretch.oldImages();
    TreeMap<EntryKey, Change> byKey = new TreeMap<>();
    for (TableHistory.Moment moment : moments) {
      LogEntry entry = moment.entry();
      if (moment.time().isBefore(stretch.to()) && !entry.changesNothing()) {
        byKey.merge(
            entry.key(),
            new Change(entry.before(), entry.after(), moment.time()),
            (first, last) -> new Change(first.before, last.after, last.writtenAt));
      }
    }
    changes = byKey.values().iterator();
  }

  @Override
  public Progress write(RecordWriter out) throws IOException {
    int written = 0;
    long bytes = 0;
    int looks = 0;
    while (changes.hasNext() && looks++ < ItemSource.PART) {
      Change change = changes.next();
      AttributeMap image = change.after == null ? change.before : change.after;
      if (image != null) {
        out.change(
            new ChangedItem(
                micros(change.writtenAt),
                Keys.only(key, image),
                oldImages ? change.before : null,
                change.after));
        written++;
        bytes += image.sizeBytes();
      }
    }
    return looks > 0 ? new Part(written, bytes) : new End();
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  @Override
  public void close() {
    // Everything is in memory.
  }
}
