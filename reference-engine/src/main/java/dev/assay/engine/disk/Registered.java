package dev.assay.engine.disk;

import dev.assay.engine.store.Table;
import dev.assay.engine.stream.Streams;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.util.Objects;

/** A table that is in the log. What changes is guarded by the table's lock. */
final class Registered {
  final int number;
  final String region;
  final Table table;
  final Streams streams;
  long revision;
  boolean removed;

  /** The latest time of a write since continuous backups were enabled last. */
  Instant newest = Instant.MIN;

  Registered(int number, String region, Table table, Streams streams, long revision) {
    this.number = number;
    this.region = region;
    this.table = table;
    this.streams = streams;
    this.revision = revision;
  }

  void written(Instant time) {
    newest = time.isAfter(newest) ? time : newest;
  }

  /** The table is about to have another definition. */
  void redefining(TableDefinition after) {
    Instant enabled = table.definition().attachments().continuousBackups().enabledSince();
    if (!Objects.equals(enabled, after.attachments().continuousBackups().enabledSince())) {
      newest = Instant.MIN;
    }
  }
}
