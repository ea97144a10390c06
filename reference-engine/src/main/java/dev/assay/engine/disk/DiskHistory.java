package dev.assay.engine.disk;

import dev.assay.engine.durable.History;
import dev.assay.engine.schema.KeySchema;
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

  /** What is known of the table while one reads on. */
  private static final class Subject {
    final String tableId;
    int number = -1;
    long position;
    @Nullable TableDefinition definition;
    boolean there;

    /** When its last write counts as made: never before the one ahead of it. */
    Instant latest = Instant.MIN;

    Subject(String tableId) {
      this.tableId = tableId;
    }

    KeySchema key() {
      return Objects.requireNonNull(definition).key();
    }

    /** Whether a document comes after a time, be it that the writes ahead of it do. */
    boolean isAfter(Instant time, Document document) {
      return document.time().isAfter(time) || latest.isAfter(time);
    }

    boolean isWritten(Document.Writes writes) {
      return writes.changes().stream().anyMatch(change -> change.table() == number);
    }

    void written(Instant time) {
      latest = time.isAfter(latest) ? time : latest;
    }

    private @Nullable Instant recoverableSince() {
      return definition == null
          ? null
          : definition.attachments().continuousBackups().enabledSince();
    }
  }

  /** Looks at the entries of the table. */
  private interface Reader {
    void entry(LogEntry entry);
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
    long from = snapshots.isFromBeginning() ? 1 : snapshots.known().getFirst().start() + 1;
    new LogScan(
            files,
            from,
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

  private static Subject find(SnapshotFile snapshot, String tableId) throws IOException {
    Subject subject = new Subject(tableId);
    Input[] input = {new Input(new byte[0])};
    snapshot.read(
        block -> {
          if (block[0] == SnapshotBlock.Tags.TABLE) {
            input[0] = input[0].with(block);
            take(subject, SnapshotBlock.read(input[0]));
          }
        });
    return subject;
  }

  private static void take(Subject subject, SnapshotBlock block) {
    if (block instanceof SnapshotBlock.TableHead head
        && head.definition().id().equals(subject.tableId)) {
      subject.number = head.number();
      subject.position = head.position();
      subject.definition = head.definition();
      subject.there = true;
    }
  }

  @Override
  public Optional<TableDefinition> definition(String tableId, Instant time) throws IOException {
    snapshots.inUse().lock();
    try {
      SnapshotFile base = snapshots.newestBefore(time);
      Subject subject = base == null ? new Subject(tableId) : find(base, tableId);
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
      Subject subject = base == null ? new Subject(tableId) : find(base, tableId);
      Map<EntryKey, Optional<AttributeMap>> changed = new HashMap<>();
      followUpTo(
          time,
          base,
          subject,
          entry -> changed.put(entry.key(), Optional.ofNullable(entry.after())));
      if (!subject.there) {
        throw new IllegalArgumentException("the table " + tableId + " is not known at " + time);
      }
      if (base != null) {
        unchanged(base, subject, changed, each);
      }
      changed.values().forEach(item -> item.ifPresent(each));
    } finally {
      snapshots.inUse().unlock();
    }
  }

  private static void unchanged(
      SnapshotFile base,
      Subject subject,
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
      Subject subject = base == null ? new Subject(tableId) : find(base, tableId);
      List<LogEntry> found = new ArrayList<>();
      follow(
          after,
          base,
          document -> {
            Instant enabled = subject.recoverableSince();
            take(
                subject,
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
  public Optional<Instant> newest(String tableId) {
    return log.tables().stream()
        .filter(known -> known.table.definition().id().equals(tableId))
        .map(known -> known.newest)
        .filter(time -> !time.equals(Instant.MIN))
        .findFirst();
  }

  /** Reads the log from a snapshot to a time, and tells of the entries of one table. */
  private void followUpTo(Instant time, @Nullable SnapshotFile base, Subject subject, Reader reader)
      throws IOException {
    follow(
        time,
        base,
        document -> {
          if (!subject.isAfter(time, document)) {
            take(subject, document, reader);
          } else if (document instanceof Document.Writes writes && subject.isWritten(writes)) {
            subject.written(document.time());
          }
        });
  }

  /** Reads the log from a snapshot of a time to its end. */
  private void follow(Instant time, @Nullable SnapshotFile base, Visitor visitor)
      throws IOException {
    if (base == null && !snapshots.isFromBeginning()) {
      throw new IllegalArgumentException("what was at " + time + " is not kept any more");
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

  private static void take(Subject subject, Document document, Reader reader) {
    switch (document) {
      case Document.Writes writes -> {
        for (Document.Change change : writes.changes()) {
          if (change.table() == subject.number
              && (change.position() == 0 || change.position() > subject.position)) {
            AttributeMap image = change.after() == null ? change.before() : change.after();
            EntryKey key = EntryKey.of(subject.key(), Objects.requireNonNull(image));
            subject.written(writes.time());
            reader.entry(
                new LogEntry(
                    change.position(), key, change.before(), change.after(), writes.meta(change)));
          }
        }
      }
      case Document.Added added -> {
        if (added.definition().id().equals(subject.tableId)) {
          subject.number = added.table();
          subject.definition = added.definition();
          subject.there = true;
        }
      }
      case Document.Defined defined -> {
        if (defined.table() == subject.number) {
          subject.definition = defined.definition();
        }
      }
      case Document.Removed removed -> {
        if (removed.table() == subject.number) {
          subject.there = false;
        }
      }
      case Document.Filled ignored -> {}
      case Document.Put ignored -> {}
      case Document.Dropped ignored -> {}
      case Document.Shape ignored -> {}
      case Document.Run ignored -> {}
    }
  }
}
