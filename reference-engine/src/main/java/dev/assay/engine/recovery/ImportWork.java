package dev.assay.engine.recovery;

import dev.assay.engine.archive.RecordReader;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.item.Putting;
import dev.assay.engine.objects.ObjectStore;
import dev.assay.engine.objects.ObjectStoreException;
import dev.assay.engine.store.Commit;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects and puts their items into a new table. What is no item of the table is counted and
 * noted; where an object itself cannot be read, the rest of it is passed over.
 */
final class ImportWork implements Jobs.Work {
  private final ImportOrder order;
  private final Table table;
  private final Supplier<ObjectStore> objects;
  private final Clock clock;
  private final ImportErrors errors;
  private @Nullable Deque<ObjectStore.Found> left;
  private @Nullable OpenObject open;
  private long processedBytes;
  private long processedItems;
  private long importedItems;

  ImportWork(
      ImportOrder order,
      Table table,
      Supplier<ObjectStore> objects,
      Clock clock,
      ImportErrors errors) {
    this.order = order;
    this.table = table;
    this.objects = objects;
    this.clock = clock;
    this.errors = errors;
  }

  /** The object that is being read. */
  private record OpenObject(String key, CountedBytes bytes, RecordReader records) {}

  @Override
  public boolean step() throws IOException {
    Deque<ObjectStore.Found> objectsLeft = left;
    if (objectsLeft == null) {
      String prefix = order.prefix() == null ? "" : order.prefix();
      left =
          new ArrayDeque<>(
              objects.get().list(order.bucket(), prefix).stream()
                  .filter(object -> object.sizeBytes() > 0)
                  .toList());
      return true;
    }
    if (open == null) {
      if (objectsLeft.isEmpty()) {
        return false;
      }
      open = begin(objectsLeft.removeFirst().key());
      return true;
    }
    readPart(open);
    return true;
  }

  private @Nullable OpenObject begin(String key) throws IOException {
    InputStream file = null;
    try {
      file = objects.get().open(order.bucket(), key);
      CountedBytes bytes = new CountedBytes(order.effectiveCompression().plain(file));
      return new OpenObject(key, bytes, RecordReader.of(order.format(), bytes, order.csvOptions()));
    } catch (IOException e) {
      if (file != null) {
        file.close();
      }
      if (e instanceof ObjectStoreException refused && !refused.isOfObject()) {
        throw e;
      }
      unreadable(key, e);
      return null;
    }
  }

  private void unreadable(String key, IOException why) {
    processedItems++;
    errors.note(key, 0, "the rest of the object cannot be read: " + why.getMessage());
  }

  private void readPart(OpenObject object) throws IOException {
    Map<EntryKey, AttributeMap> part = new LinkedHashMap<>();
    long readable = 0;
    boolean ended = false;
    try {
      while (readable < ItemSource.PART && !ended) {
        switch (object.records().next()) {
          case null -> ended = true;
          case RecordReader.Item item -> {
            readable++;
            if (take(object.key(), readable, item.attributes(), part)) {
              importedItems++;
            }
          }
          case RecordReader.NoItem bad -> {
            processedItems++;
            errors.note(object.key(), bad.line(), bad.problem());
          }
        }
      }
    } catch (IOException e) {
      unreadable(object.key(), e);
      ended = true;
    }
    processedItems += readable;
    write(part);
    if (ended) {
      processedBytes += object.bytes().count();
      object.records().close();
      open = null;
    }
  }

  /** Of several items with one key the last one stays. */
  private boolean take(
      String object, long number, AttributeMap item, Map<EntryKey, AttributeMap> part) {
    try {
      if (item.sizeBytes() > PreparedWrite.MAX_ITEM_BYTES) {
        Putting.checkSize(item);
      }
      EntryKey key = Keys.ofItem(table.definition().key(), item);
      Keys.checkIndexKeysOfPut(table.definition(), item);
      part.put(key, item);
      return true;
    } catch (ServiceException e) {
      errors.note(object, number, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void write(Map<EntryKey, AttributeMap> part) {
    table.lock().lock();
    try {
      Commit commit = new Commit(WriteMeta.ofClient(clock.instant()));
      part.forEach((key, item) -> commit.add(table, key, table.find(key), item));
      commit.apply();
    } finally {
      table.lock().unlock();
    }
  }

  Import.Counts counts() {
    return new Import.Counts(processedBytes, processedItems, importedItems, errors.count());
  }

  @Override
  public void release() {
    if (open != null) {
      try {
        open.records().close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
