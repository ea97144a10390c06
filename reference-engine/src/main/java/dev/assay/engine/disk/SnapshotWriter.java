package dev.assay.engine.disk;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Replication;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.stream.StreamState;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies everything while it is being written to. A table is locked only to note how far its log
 * has come and what its streams hold; its items are then copied as they are met. Some are met newer
 * than that: since entries carry whole images, reading the log again from there mends them.
 */
final class SnapshotWriter {
  static final String SUFFIX = ".snapshot";
  private static final int BLOCK_BYTES = 1 << 18;

  private final DiskLog log;
  private final Path folder;
  private final Output out = new Output();

  SnapshotWriter(DiskLog log, Path folder) {
    this.log = log;
    this.folder = folder;
  }

  /** Where the snapshot with all entries up to a number is. */
  static Path path(Path folder, long start) {
    return folder.resolve(String.format(Locale.ROOT, "%020d", start) + SUFFIX);
  }

  SnapshotFile write() throws IOException {
    long start = log.last();
    Instant startedAt = log.newest();
    try (SnapshotFile.Writer file = new SnapshotFile.Writer(path(folder, start))) {
      out.clear();
      out.u8(SnapshotBlock.Tags.HEAD).number(SnapshotBlock.VERSION);
      file.block(out.number(log.lastTable()));
      Map<Registered, Set<String>> arns = new HashMap<>();
      for (Registered table : log.tables()) {
        write(table, arns, file);
      }
      for (DiskLog.Place place : log.places()) {
        Set<String> told = new HashSet<>();
        arns.forEach((table, names) -> told.addAll(names));
        for (StreamState stream : place.region().streams().statesOfOthers(told)) {
          write(place.region().name(), stream, file);
        }
      }
      // After the tables: what is given meanwhile is in the log, and is taken off again.
      for (Registered table : log.tables()) {
        writeOwed(table, file);
      }
      writeKept(file);
      long end = log.last();
      Instant endedAt = log.newest();
      // What is in the copy must not be missing in the log.
      log.sync();
      return file.finish(start, end, startedAt, endedAt);
    }
  }

  private void write(Registered table, Map<Registered, Set<String>> arns, SnapshotFile.Writer file)
      throws IOException {
    List<StreamState> streams;
    table.table.lock().lock();
    try {
      if (table.removed) {
        return;
      }
      TableDefinition definition = table.table.definition();
      @Nullable TableDefinition intended = table.table.intended();
      streams = table.streams.states(definition.arn());
      arns.put(table, Set.of(definition.arn()));
      out.u8(SnapshotBlock.Tags.TABLE).number(table.number).text(table.region);
      out.number(table.revision).number(table.table.position());
      out.block(DefinitionCodec.write(definition));
      DocumentCodec.definition(intended, out);
      if (!table.newest.equals(Instant.MIN)) {
        DocumentCodec.time(table.newest, out);
      }
    } finally {
      table.table.lock().unlock();
    }
    file.block(out);
    for (StreamState stream : streams) {
      write(table.region, stream, file);
    }
    for (AttributeMap item : table.table.items().values()) {
      if (out.size() == 0) {
        out.u8(SnapshotBlock.Tags.ITEMS).number(table.number);
      }
      ValueCodec.writeImage(item, out);
      if (out.size() >= BLOCK_BYTES) {
        file.block(out);
      }
    }
    flush(file);
    writeStamps(table, file);
  }

  private void writeStamps(Registered table, SnapshotFile.Writer file) throws IOException {
    KeySchema schema = table.table.definition().key();
    for (Map.Entry<EntryKey, WriteStamp> each : table.table.stamps().entrySet()) {
      if (out.size() == 0) {
        out.u8(SnapshotBlock.Tags.STAMPS).number(table.number);
      }
      ValueCodec.writeImage(attributes(schema, each.getKey()), out);
      DocumentCodec.stamp(each.getValue(), out);
      if (out.size() >= BLOCK_BYTES) {
        file.block(out);
      }
    }
    flush(file);
  }

  private void writeOwed(Registered table, SnapshotFile.Writer file) throws IOException {
    @Nullable Replication replication = table.table.replication();
    if (replication == null) {
      return;
    }
    KeySchema schema = table.table.definition().key();
    for (OwedWrite each : replication.owed()) {
      if (out.size() == 0) {
        out.u8(SnapshotBlock.Tags.OWED).number(table.number);
      }
      ValueCodec.writeImage(attributes(schema, each.key()), out);
      ValueCodec.writeImage(each.after(), out);
      DocumentCodec.stamp(each.stamp(), out);
      if (out.size() >= BLOCK_BYTES) {
        file.block(out);
      }
    }
    flush(file);
  }

  private static AttributeMap attributes(KeySchema schema, EntryKey key) {
    AttributeMap partition = AttributeMap.of(schema.partition().getFirst().name(), key.partition());
    AttributeValue sort = key.sort();
    return sort == null ? partition : partition.with(schema.sort().getFirst().name(), sort);
  }

  private void write(String region, StreamState stream, SnapshotFile.Writer file)
      throws IOException {
    out.u8(SnapshotBlock.Tags.STREAM).text(region);
    StreamCodec.write(stream, out);
    file.block(out);
    for (StreamState.ShardState shard : stream.shards()) {
      for (StreamRecord record : shard.records()) {
        if (out.size() == 0) {
          out.u8(SnapshotBlock.Tags.RECORDS).text(shard.id());
        }
        StreamCodec.write(record, out);
        if (out.size() >= BLOCK_BYTES) {
          file.block(out);
        }
      }
      flush(file);
    }
  }

  private void writeKept(SnapshotFile.Writer file) throws IOException {
    for (SnapshotBlock.Kept kept : log.kept()) {
      out.u8(SnapshotBlock.Tags.KEPT).u8(kept.committed() ? 1 : 0);
      DocumentCodec.time(kept.time(), out).text(kept.kind()).text(kept.id());
      file.block(out.block(kept.content()));
    }
  }

  private void flush(SnapshotFile.Writer file) throws IOException {
    if (out.size() > 0) {
      file.block(out);
    }
  }
}
