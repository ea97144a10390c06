package dev.assay.engine.disk;

import dev.assay.engine.durable.History;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the past from snapshots and log. */
final class DiskHistory implements History {
  private final DiskLog log;
  private final LogFiles files;
  private final Snapshots snapshots;

  DiskHistory(DiskLog log, LogFiles files, Snapshots snapshots) {
    this.log = log;
    this.files = files;
    this.snapshots = snapshots;
  }

  /** Looks at the documents of the log. */
  private interface Visitor {
    void document(Document document);
  }

  @Override
  public Optional<Instant> earliest(String tableId) {
    snapshots.inUse().lock();
    try {
      if (snapshots.isFromBeginning()) {
        return firstSeen(tableId);
      }
      for (SnapshotFile each : snapshots.known()) {
        if (find(each, tableId).definition != null) {
          return Optional.of(each.endedAt());
        }
      }
      return firstSeen(tableId);
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      snapshots.inUse().unlock();
    }
  }

  private Optional<Instant> firstSeen(String tableId) throws IOException {
    Instant[] seen = new Instant[1];
    new LogScan(
            files,
            firstNumber(),
            (number, document) -> {
              if (document instanceof Document.Added added
                  && added.definition().id().equals(tableId)) {
                seen[0] = added.time();
                return false;
              }
              return true;
            })
        .run();
    return Optional.ofNullable(seen[0]);
  }

  /** Of the first frame that is kept for certain. */
  private long firstNumber() {
    return snapshots.isFromBeginning() ? 1 : snapshots.known().getFirst().start() + 1;
  }

  private static PastTable find(SnapshotFile snapshot, String tableId) throws IOException {
    PastTable subject = new PastTable(tableId);
    Input[] input = {new Input(new byte[0])};
    snapshot.read(
        block -> {
          if (block[0] == SnapshotBlock.Tags.TABLE) {
            input[0] = input[0].with(block);
            subject.take(SnapshotBlock.read(input[0]));
          }
        });
    return subject;
  }

  @Override
  public Optional<TableDefinition> definition(String tableId, Instant time) throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = snapshots.newestBefore(time);
      PastTable subject = base == null ? new PastTable(tableId) : find(base, tableId);
      followUpTo(time, base, subject, entry -> {});
      return subject.there ? Optional.ofNullable(subject.definition) : Optional.empty();
    } finally {
      snapshots.inUse().unlock();
    }
  }

  @Override
  public void items(String tableId, Instant time, Consumer<AttributeMap> each) throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = snapshots.newestBefore(time);
      PastTable subject = base == null ? new PastTable(tableId) : find(base, tableId);
      Map<EntryKey, Optional<AttributeMap>> changed = new HashMap<>();
      followUpTo(
          time,
          base,
          subject,
          entry -> changed.put(entry.key(), Optional.ofNullable(entry.after())));
      if (!subject.there) {
        throw new IllegalArgumentException("the table " + tableId + " is not known at " + time);
      }
      hand(base, subject, changed, each);
    } finally {
      snapshots.inUse().unlock();
    }
  }

  @Override
  public void lastItems(String tableId, Consumer<AttributeMap> each) throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = null;
      PastTable subject = new PastTable(tableId);
      for (SnapshotFile older : snapshots.known().reversed()) {
        PastTable found = find(older, tableId);
        if (found.there) {
          base = older;
          subject = found;
          break;
        }
      }
      Map<EntryKey, Optional<AttributeMap>> changed = new HashMap<>();
      followToRemoval(base, subject, changed);
      hand(base, subject, changed, each);
    } finally {
      snapshots.inUse().unlock();
    }
  }

  private void followToRemoval(
      @Nullable SnapshotFile base, PastTable subject, Map<EntryKey, Optional<AttributeMap>> changed)
      throws IOException {
    boolean[] wasThere = {subject.there};
    long end = log.last();
    new LogScan(
            files,
            base == null ? firstNumber() : base.start() + 1,
            (number, document) -> {
              if (number > end) {
                return false;
              }
              subject.take(
                  document, entry -> changed.put(entry.key(), Optional.ofNullable(entry.after())));
              wasThere[0] |= subject.there;
              return subject.there || !wasThere[0];
            })
        .run();
    if (!wasThere[0]) {
      throw new IllegalArgumentException("the table " + subject.tableId + " is not known any more");
    }
  }

  /** Hands on what is unchanged since a snapshot, and what is not. */
  private static void hand(
      @Nullable SnapshotFile base,
      PastTable subject,
      Map<EntryKey, Optional<AttributeMap>> changed,
      Consumer<AttributeMap> each)
      throws IOException {
    if (base != null) {
      unchanged(base, subject, changed, each);
    }
    changed.values().forEach(item -> item.ifPresent(each));
  }

  private static void unchanged(
      SnapshotFile base,
      PastTable subject,
      Map<EntryKey, Optional<AttributeMap>> changed,
      Consumer<AttributeMap> each)
      throws IOException {
    Input[] input = {new Input(new byte[0])};
    base.read(
        block -> {
          if (block[0] != SnapshotBlock.Tags.ITEMS) {
            return;
          }
          input[0] = input[0].with(block);
          if (SnapshotBlock.read(input[0]) instanceof SnapshotBlock.Items some
              && some.table() == subject.number) {
            for (AttributeMap item : some.items()) {
              if (!changed.containsKey(EntryKey.of(subject.key(), item))) {
                each.accept(item);
              }
            }
          }
        });
  }

  @Override
  public List<LogEntry> changes(String tableId, Instant after, long upTo) throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = snapshots.newestBefore(after);
      PastTable subject = base == null ? new PastTable(tableId) : find(base, tableId);
      List<LogEntry> found = new ArrayList<>();
      follow(
          "what was at " + after,
          base,
          document -> {
            Instant enabled = subject.recoverableSince();
            subject.take(
                document,
                entry -> {
                  if (entry.index() > 0 && entry.index() <= upTo && subject.latest.isAfter(after)) {
                    found.add(entry);
                  }
                });
            if (!Objects.equals(enabled, subject.recoverableSince())) {
              found.clear();
              subject.latest = Instant.MIN;
            }
          });
      return found;
    } finally {
      snapshots.inUse().unlock();
    }
  }

  @Override
  public void entries(String tableId, long after, long upTo, Consumer<LogEntry> each)
      throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = null;
      PastTable subject = new PastTable(tableId);
      for (SnapshotFile older : snapshots.known().reversed()) {
        PastTable found = find(older, tableId);
        if (found.position <= after) {
          base = older;
          subject = found;
          break;
        }
      }
      PastTable table = subject;
      follow(
          "entry " + (after + 1) + " of the table " + tableId,
          base,
          document ->
              table.take(
                  document,
                  entry -> {
                    if (entry.index() > after && entry.index() <= upTo) {
                      each.accept(entry);
                    }
                  }));
    } finally {
      snapshots.inUse().unlock();
    }
  }

  @Override
  public Optional<Instant> newest(String tableId) {
    return log.tables().stream()
        .filter(known -> known.table.definition().id().equals(tableId))
        .map(known -> known.newest)
        .filter(time -> !time.equals(Instant.MIN))
        .findFirst();
  }

  /** Reads the log from a snapshot to a time, and tells of the entries of one table. */
  private void followUpTo(
      Instant time, @Nullable SnapshotFile base, PastTable subject, Consumer<LogEntry> reader)
      throws IOException {
    follow(
        "what was at " + time,
        base,
        document -> {
          if (!subject.isAfter(time, document)) {
            subject.take(document, reader);
          } else if (document instanceof Document.Writes writes && subject.isWritten(writes)) {
            subject.written(document.time());
          }
        });
  }

  /** Reads the log from a snapshot to its end. */
  private void follow(String what, @Nullable SnapshotFile base, Visitor visitor)
      throws IOException {
    if (base == null && !snapshots.isFromBeginning()) {
      throw new IllegalArgumentException(what + " is not kept any more");
    }
    long end = log.last();
    long from = base == null ? 1 : base.start() + 1;
    new LogScan(
            files,
            from,
            (number, document) -> {
              if (number > end) {
                return false;
              }
              visitor.document(document);
              return true;
            })
        .run();
  }
}
