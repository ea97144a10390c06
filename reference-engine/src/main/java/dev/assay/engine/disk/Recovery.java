package dev.assay.engine.disk;

import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.stream.StreamState;
import dev.assay.engine.stream.Streams;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was there when the engine ended, put together from a snapshot and the log after it. */
final class Recovery {
  private final Function<String, Streams> streams;
  private final NavigableMap<Integer, Registered> tables = new TreeMap<>();
  private final Map<Integer, Registered> filling = new HashMap<>();
  private final Map<String, Catalog> catalogs = new HashMap<>();
  private final TreeSet<Integer> unknown = new TreeSet<>();
  private final NavigableMap<String, NavigableMap<String, byte[]>> ledger = new TreeMap<>();
  private final List<SnapshotBlock.Kept> attachments = new ArrayList<>();
  private final Owed owed =
      new Owed(
          (region, name) ->
              Optional.ofNullable(catalogs.get(region)).flatMap(catalog -> catalog.find(name)));
  private Instant newest = Instant.MIN;
  private int lastTable;
  private long items;

  private @Nullable Pending pending;

  /** Puts streams in their places, once it is known that the snapshot is whole. */
  private final List<Runnable> complete = new ArrayList<>();

  /** A stream of a snapshot whose records are still coming. */
  private record Pending(
      String region, StreamState shape, Map<String, List<StreamRecord>> records) {}

  /**
   * @param streams those of a region by its name
   */
  Recovery(Function<String, Streams> streams) {
    this.streams = streams;
  }

  /** Takes in one block of the snapshot. */
  void block(SnapshotBlock block) {
    if (!(block instanceof SnapshotBlock.Records)) {
      finishStream();
    }
    switch (block) {
      case SnapshotBlock.Head head -> {
        if (head.version() > SnapshotBlock.VERSION) {
          throw new DataRefusedException(
              "a snapshot was written by a newer version of Assay (format "
                  + head.version()
                  + ", this one knows "
                  + SnapshotBlock.VERSION
                  + "); use that one");
        }
        lastTable = head.lastTable();
      }
      case SnapshotBlock.TableHead head -> {
        Table table = new Table(head.definition());
        table.redefine(head.definition(), head.intended());
        table.loadedUpTo(head.position());
        register(head.number(), head.region(), table, head.revision()).written(head.newest());
      }
      case SnapshotBlock.Items some -> {
        Table table = Objects.requireNonNull(tables.get(some.table())).table;
        for (AttributeMap item : some.items()) {
          table.load(EntryKey.of(table.definition().key(), item), item);
          items++;
        }
      }
      case SnapshotBlock.Stamps some -> {
        Table table = Objects.requireNonNull(tables.get(some.table())).table;
        for (SnapshotBlock.Stamped each : some.stamps()) {
          table.stamp(EntryKey.of(table.definition().key(), each.key()), each.stamp());
        }
      }
      case SnapshotBlock.OwedWrites some -> {
        // The table may have gone while the snapshot was taken.
        Registered known = tables.get(some.table());
        if (known != null) {
          for (SnapshotBlock.OwedImage each : some.writes()) {
            EntryKey key = EntryKey.of(known.table.definition().key(), each.key());
            owed.add(known.table, new OwedWrite(key, each.after(), each.stamp()));
          }
        }
      }
      case SnapshotBlock.StreamHead head ->
          pending = new Pending(head.region(), head.shape(), new HashMap<>());
      case SnapshotBlock.Records records ->
          Objects.requireNonNull(pending)
              .records
              .computeIfAbsent(records.shardId(), id -> new ArrayList<>())
              .addAll(records.records());
      case SnapshotBlock.Kept kept -> {
        if (kept.committed()) {
          attachments.add(kept);
        } else {
          ledger.computeIfAbsent(kept.kind(), k -> new TreeMap<>()).put(kept.id(), kept.content());
        }
      }
    }
  }

  private void finishStream() {
    Pending done = pending;
    pending = null;
    if (done != null) {
      StreamState shape = done.shape;
      List<StreamState.ShardState> shards = new ArrayList<>();
      for (StreamState.ShardState shard : shape.shards()) {
        shards.add(shard.with(done.records.getOrDefault(shard.id(), List.of())));
      }
      complete.add(() -> streams.apply(done.region).restore(shape.with(shards)));
    }
  }

  /** The snapshot has been taken in: what it holds is there. */
  void snapshotDone() {
    finishStream();
    complete.forEach(Runnable::run);
    complete.clear();
    tables.values().forEach(this::appear);
  }

  private Registered register(int number, String region, Table table, long revision) {
    Registered known = new Registered(number, region, table, streams.apply(region), revision);
    tables.put(number, known);
    lastTable = Math.max(lastTable, number);
    return known;
  }

  private void appear(Registered known) {
    catalogs
        .computeIfAbsent(known.region, name -> new Catalog(List.of(known.streams)))
        .add(known.table);
  }

  /** Takes in one document of the log. */
  void document(Document document) {
    switch (document) {
      case Document.Writes writes -> writes(writes);
      case Document.Added added -> {
        if (!tables.containsKey(added.table())) {
          Table table = new Table(added.definition());
          Registered known = register(added.table(), added.region(), table, 0);
          if (added.filling()) {
            filling.put(known.number, known);
          } else {
            known.streams.holdTime(added.time());
            appear(known);
          }
        }
      }
      case Document.Filled filled -> {
        Registered known = filling.remove(filled.table());
        if (known != null) {
          known.streams.holdTime(filled.time());
          appear(known);
        }
      }
      case Document.Defined defined -> {
        Registered known = known(defined.table());
        if (known != null && defined.revision() > known.revision) {
          known.streams.holdTime(defined.time());
          known.redefining(defined.definition());
          known.table.replay(defined.definition(), defined.intended());
          known.revision = defined.revision();
        }
      }
      case Document.Removed removed -> {
        Registered known = tables.remove(removed.table());
        unknown.remove(removed.table());
        if (known != null) {
          known.streams.holdTime(removed.time());
          owed.removed(known.table);
          Objects.requireNonNull(catalogs.get(known.region)).remove(known.table);
        }
      }
      case Document.Put put ->
          ledger.computeIfAbsent(put.kind(), k -> new TreeMap<>()).put(put.id(), put.content());
      case Document.Dropped dropped -> {
        NavigableMap<String, byte[]> kind = ledger.get(dropped.kind());
        if (kind != null) {
          kind.remove(dropped.id());
        }
      }
      case Document.Shape shape -> streams.apply(shape.region()).reshape(shape.state());
      case Document.Run ignored -> {
        // Only marks where a run began.
      }
    }
  }

  private @Nullable Registered known(int table) {
    Registered known = tables.get(table);
    if (known == null) {
      unknown.add(table);
    }
    return known;
  }

  private void writes(Document.Writes writes) {
    written(writes.time());
    for (Document.Change change : writes.changes()) {
      Registered known = known(change.table());
      if (known == null) {
        continue;
      }
      AttributeMap image = change.after() == null ? change.before() : change.after();
      EntryKey key = EntryKey.of(known.table.definition().key(), Objects.requireNonNull(image));
      if (change.position() == 0) {
        known.table.load(key, image);
        WriteStamp stamp = change.stamp();
        if (stamp != null) {
          known.table.stamp(key, stamp);
        }
      } else {
        known.streams.holdTime(writes.time());
        boolean isNew = change.position() > known.table.position();
        if (isNew) {
          known.written(writes.time());
        }
        WriteMeta meta = writes.meta(change);
        owed.written(known, key, change.after(), meta, isNew);
        known.table.replay(
            new LogEntry(change.position(), key, change.before(), change.after(), meta));
      }
      items++;
    }
    Attachment attachment = writes.attachment();
    if (attachment != null) {
      attachments.add(
          new SnapshotBlock.Kept(
              true, writes.time(), attachment.kind(), attachment.id(), attachment.document()));
    }
  }

  /**
   * All has been read.
   *
   * @throws DataRefusedException if it does not fit together
   */
  void finish() {
    for (Registered unfinished : filling.values()) {
      // Its creation was never acknowledged.
      tables.remove(unfinished.number);
    }
    tables.values().forEach(known -> known.streams.holdTime(null));
    catalogs.keySet().forEach(region -> streams.apply(region).holdTime(null));
    if (!unknown.isEmpty()) {
      throw new DataRefusedException(
          "the log has writes to table number "
              + unknown.first()
              + ", whose beginning is missing; restore the missing files from a copy");
    }
  }

  /** Tables that are there, by their numbers. */
  NavigableMap<Integer, Registered> tables() {
    return tables;
  }

  /** The greatest number that a table has had. */
  int lastTable() {
    return lastTable;
  }

  /** What a strongly consistent replica has not been given yet, in its order. */
  List<OwedWrite> owedTo(Table table) {
    return owed.to(table);
  }

  NavigableMap<String, NavigableMap<String, byte[]>> ledger() {
    return ledger;
  }

  /** Documents that were committed with writes, the oldest first. */
  List<SnapshotBlock.Kept> attachments() {
    return attachments;
  }

  /** Something has been written at this time. */
  void written(Instant time) {
    newest = time.isAfter(newest) ? time : newest;
  }

  /** The latest time of all that has been written; long ago if nothing has been. */
  Instant newest() {
    return newest;
  }

  /** How many items and writes have been read. */
  long items() {
    return items;
  }
}
