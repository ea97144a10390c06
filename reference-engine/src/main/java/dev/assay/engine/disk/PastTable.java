package dev.assay.engine.disk;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of a table while one reads on from a snapshot through the log. */
final class PastTable {
  final String tableId;
  int number = -1;
  long position;
  @Nullable TableDefinition definition;
  boolean there;

  /** When its last write counts as made: never before the one ahead of it. */
  Instant latest = Instant.MIN;

  PastTable(String tableId) {
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

  @Nullable Instant recoverableSince() {
    return definition == null ? null : definition.attachments().continuousBackups().enabledSince();
  }

  /** Takes in a block of a snapshot. */
  void take(SnapshotBlock block) {
    if (block instanceof SnapshotBlock.TableHead head && head.definition().id().equals(tableId)) {
      number = head.number();
      position = head.position();
      definition = head.definition();
      there = true;
    }
  }

  /** Takes in a document of the log, and tells of the entries in it. */
  void take(Document document, Consumer<LogEntry> reader) {
    switch (document) {
      case Document.Writes writes -> {
        for (Document.Change change : writes.changes()) {
          if (change.table() == number
              && (change.position() == 0 || change.position() > position)) {
            AttributeMap image = change.after() == null ? change.before() : change.after();
            EntryKey key = EntryKey.of(key(), Objects.requireNonNull(image));
            written(writes.time());
            reader.accept(
                new LogEntry(
                    change.position(), key, change.before(), change.after(), writes.meta(change)));
          }
        }
      }
      case Document.Added added -> {
        if (added.definition().id().equals(tableId)) {
          number = added.table();
          definition = added.definition();
          there = true;
        }
      }
      case Document.Defined defined -> {
        if (defined.table() == number) {
          definition = defined.definition();
        }
      }
      case Document.Removed removed -> {
        if (removed.table() == number) {
          there = false;
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
