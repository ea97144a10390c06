package dev.assay.engine.recovery;

import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.TableDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** The histories of those tables of a region whose continuous backups are on. */
final class Histories implements TableObserver {
  private final ConcurrentMap<String, TableHistory> byTableId = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();
  private final Consumer<Table> deleted;
  private final Clock clock;

  /**
   * @param deleted told of every table that goes while its continuous backups are on
   */
  Histories(Clock clock, Consumer<Table> deleted) {
    this.clock = clock;
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
      known.period(now.recoveryPeriod());
      return;
    }
    forget(table);
    if (now.isOn()) {
      TableHistory fresh = new TableHistory(now.recoveryPeriod());
      table.addReader(fresh);
      byTableId.put(table.definition().id(), fresh);
      tables.put(table.definition().id(), table);
    }
  }

  private void forget(Table table) {
    TableHistory known = byTableId.remove(table.definition().id());
    tables.remove(table.definition().id());
    if (known != null) {
      table.removeReader(known);
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

  /** The table as it was at a moment that is within its recovery period. */
  Snapshot at(Table table, Instant moment) {
    return Snapshot.before(table, () -> entriesAfter(table, moment));
  }

  private List<LogEntry> entriesAfter(Table table, Instant moment) {
    return momentsAfter(table, moment).stream().map(TableHistory.Moment::entry).toList();
  }

  /** What was written after a moment that is within the recovery period, oldest first. */
  List<TableHistory.Moment> momentsAfter(Table table, Instant moment) {
    TableHistory history = byTableId.get(table.definition().id());
    return history == null ? List.of() : history.after(moment);
  }

  /** How many entries are kept, of all tables. */
  long size() {
    return byTableId.values().stream().mapToLong(TableHistory::size).sum();
  }

  /** Forgets what no table can be restored to any more. */
  void prune() {
    Instant now = clock.instant().minus(Duration.ofSeconds(1));
    byTableId.values().forEach(history -> history.prune(now));
  }
}
