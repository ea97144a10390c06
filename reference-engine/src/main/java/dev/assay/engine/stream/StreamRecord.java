package dev.assay.engine.stream;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One write, as a stream shows it.
 *
 * @param position its place among all records of the stream; see {@link SequenceNumber}
 * @param time when the write was accepted
 * @param newImage the item after the write, if the view shows it and there is one
 * @param oldImage the item before the write, if the view shows it and there was one
 */
public record StreamRecord(
    long position,
    Instant time,
    EventName event,
    WriteOrigin origin,
    AttributeMap keys,
    @Nullable AttributeMap newImage,
    @Nullable AttributeMap oldImage) {
  /** What a record takes in memory beside what it shows, roughly. */
  private static final int OVERHEAD_BYTES = 200;

  /** Shows a log entry through a view. */
  public static StreamRecord of(
      LogEntry entry, long position, KeySchema key, StreamViewType viewType) {
    return new StreamRecord(
        position,
        entry.time(),
        EventName.of(entry),
        entry.origin(),
        keys(entry, key),
        showsNew(viewType) ? entry.after() : null,
        showsOld(viewType) ? entry.before() : null);
  }

  private static boolean showsNew(StreamViewType viewType) {
    return switch (viewType) {
      case NEW_IMAGE, NEW_AND_OLD_IMAGES -> true;
      case OLD_IMAGE, KEYS_ONLY -> false;
    };
  }

  private static boolean showsOld(StreamViewType viewType) {
    return switch (viewType) {
      case OLD_IMAGE, NEW_AND_OLD_IMAGES -> true;
      case NEW_IMAGE, KEYS_ONLY -> false;
    };
  }

  private static AttributeMap keys(LogEntry entry, KeySchema key) {
    AttributeMap.Builder keys = AttributeMap.builder();
    AttributeMap image = entry.after();
    if (image == null) {
      image = entry.before();
    }
    for (KeyAttribute attribute : key.attributes()) {
      AttributeValue value = image == null ? null : image.find(attribute.name());
      if (value != null) {
        keys.put(attribute.name(), value);
      }
    }
    return keys.build();
  }

  /** Size by which pages are cut: the key's and the shown images' bytes. */
  public int sizeBytes() {
    return keys.sizeBytes()
        + (newImage == null ? 0 : newImage.sizeBytes())
        + (oldImage == null ? 0 : oldImage.sizeBytes());
  }

  /** What it takes in memory, roughly. */
  public int retainedBytes() {
    return OVERHEAD_BYTES + sizeBytes();
  }
}
