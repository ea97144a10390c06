package dev.assay.engine.recovery;

import dev.assay.engine.durable.History;
import dev.assay.engine.durable.Retention;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The histories of those tables of a region whose continuous backups are on. */
final class Histories implements TableObserver {
  /** How much is kept in memory of a log that is on disk. */
  private static final Duration BESIDE_DISK = Duration.ofMinutes(10);

  private final ConcurrentMap<String, TableHistory> byTableId = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();
  private final Consumer<Table> deleting;
  private final Consumer<Table> deleted;
  private final Clock clock;
  private final Supplier<@Nullable Storage> storage;

  /**
   * @param storage null until it is known
   * @param deleting told of every table that is about to go while its continuous backups are on
   * @param deleted told of every table that went so
   */
  Histories(
      Supplier<@Nullable Storage> storage,
      Clock clock,
      Consumer<Table> deleting,
      Consumer<Table> deleted) {
    this.storage = storage;
    this.clock = clock;
    this.deleting = deleting;
    this.deleted = deleted;
  }

  @Override
  public void added(Table table) {
    follow(table, ContinuousBackups.OFF);
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    follow(table, before.attachments().continuousBackups());
  }

  private void follow(Table table, ContinuousBackups before) {
    ContinuousBackups now = backupsOf(table);
    if (now.equals(before)) {
      return;
    }
    TableHistory known = byTableId.get(table.definition().id());
    if (known != null && now.isOn() && before.isOn()) {
      known.period(kept(now));
      pin(table);
      return;
    }
    forget(table);
    if (now.isOn()) {
      TableHistory fresh = history(table, now);
      table.addReader(fresh);
      byTableId.put(table.definition().id(), fresh);
      tables.put(table.definition().id(), table);
      pin(table);
    }
  }

  private TableHistory history(Table table, ContinuousBackups state) {
    // Storage is not known while tables are read back: their past is on disk.
    return storage.get() == null
        ? TableHistory.continuing(kept(state), table.position(), Instant.MAX)
        : TableHistory.beginning(kept(state), table.position());
  }

  /** Storage is known, and so is now when what tables held before the start was written. */
  void opened() {
    History past = history();
    if (past == null) {
      return;
    }
    for (Table table : tables.values()) {
      String id = table.definition().id();
      // Replication may have brought something in already.
      table.lock().lock();
      try {
        TableHistory timed =
            TableHistory.continuing(
                kept(backupsOf(table)), table.position(), past.newest(id).orElse(Instant.MIN));
        table.addReader(timed);
        TableHistory untimed = byTableId.put(id, timed);
        if (untimed != null) {
          table.removeReader(untimed);
        }
      } finally {
        table.lock().unlock();
      }
    }
  }

  /** What is on disk need not be kept in memory as well, but for the last while. */
  private Duration kept(ContinuousBackups state) {
    Duration period = state.recoveryPeriod();
    return history() == null || period.compareTo(BESIDE_DISK) < 0 ? period : BESIDE_DISK;
  }

  private void pin(Table table) {
    Instant earliest = backupsOf(table).earliest(clock.instant());
    if (earliest != null) {
      retention().pin(pinOf(table), earliest);
    }
  }

  private @Nullable History history() {
    Storage known = storage.get();
    return known == null ? null : known.history();
  }

  /** Before storage is there nothing is deleted, and what is to be kept is said later. */
  private Retention retention() {
    Storage known = storage.get();
    return known == null ? Retention.NONE : known.retention();
  }

  private static String pinOf(Table table) {
    return "pitr/" + table.definition().id();
  }

  private void forget(Table table) {
    TableHistory known = byTableId.remove(table.definition().id());
    tables.remove(table.definition().id());
    if (known != null) {
      table.removeReader(known);
      retention().release(pinOf(table));
    }
  }

  @Override
  public void removing(Table table) {
    if (byTableId.containsKey(table.definition().id())) {
      deleting.accept(table);
    }
  }

  @Override
  public void removed(Table table) {
    boolean was = byTableId.containsKey(table.definition().id());
    forget(table);
    if (was) {
      deleted.accept(table);
    }
  }

  static ContinuousBackups backupsOf(Table table) {
    return table.definition().attachments().continuousBackups();
  }

  /**
   * The table as it was at a moment that is within its recovery period.
   *
   * @throws UncheckedIOException if what is on disk cannot be read
   */
  Snapshot at(Table table, Instant moment) {
    return Snapshot.before(
        table, () -> momentsAfter(table, moment).stream().map(TableHistory.Moment::entry).toList());
  }

  /** What was written after a moment that is within the recovery period, oldest first. */
  List<TableHistory.Moment> momentsAfter(Table table, Instant moment) {
    String id = table.definition().id();
    TableHistory recent = byTableId.get(id);
    if (recent == null) {
      return List.of();
    }
    TableHistory.Later later = recent.after(moment);
    History older = history();
    if (older == null || later.upTo() == 0) {
      return later.moments();
    }
    List<TableHistory.Moment> all = new ArrayList<>();
    Instant latest = moment;
    try {
      for (LogEntry entry : older.changes(id, moment, later.upTo())) {
        latest = entry.time().isAfter(latest) ? entry.time() : latest;
        all.add(new TableHistory.Moment(latest, entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.addAll(later.moments());
    return all;
  }

  /** The time of a table's last entry, if that is later than the clock's: it may be set back. */
  Instant now(TableDefinition table, Instant clockSays) {
    TableHistory known = byTableId.get(table.id());
    return known == null || clockSays.isAfter(known.latest()) ? clockSays : known.latest();
  }

  /** How many entries are kept, of all tables. */
  long size() {
    return byTableId.values().stream().mapToLong(TableHistory::size).sum();
  }

  /** Forgets what no table can be restored to any more. */
  void prune() {
    Instant now = clock.instant().minus(Duration.ofSeconds(1));
    byTableId.values().forEach(history -> history.prune(now));
    tables.values().forEach(this::pin);
  }
}
