package dev.assay.engine.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tables of one region, by name. */
public final class Catalog {
  private final ConcurrentSkipListMap<String, Table> tables = new ConcurrentSkipListMap<>();
  private final List<TableObserver> observers;

  private final CommitLog commitLog;

  public Catalog() {
    this(List.of());
  }

  /**
   * @param observers told of every table that comes, changes or goes, in this order
   */
  public Catalog(List<TableObserver> observers) {
    this(observers, CommitLog.NONE);
  }

  /**
   * @param observers told of every table that comes, changes or goes, in this order
   * @param commitLog accepts the writes of all tables
   */
  public Catalog(List<TableObserver> observers, CommitLog commitLog) {
    this.observers = List.copyOf(observers);
    this.commitLog = commitLog;
  }

  public Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * Adds a table.
   *
   * @return false if there is one of this name already
   */
  public boolean add(Table table) {
    // Whoever finds it at once must not write before its observers read its log.
    table.lock().lock();
    try {
      if (tables.containsKey(table.definition().name())) {
        return false;
      }
      commitLog.adding(table);
      if (tables.putIfAbsent(table.definition().name(), table) != null) {
        return false;
      }
      table.observe(observers, commitLog);
      return true;
    } finally {
      table.lock().unlock();
    }
  }

  public void remove(Table table) {
    table.lock().lock();
    try {
      if (tables.get(table.definition().name()) != table) {
        return;
      }
      observers.forEach(observer -> observer.removing(table));
      commitLog.removing(table);
      tables.remove(table.definition().name(), table);
      observers.forEach(observer -> observer.removed(table));
    } finally {
      table.lock().unlock();
    }
  }

  /** All tables in the order of their names. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /** The names that come after {@code name}, in order. */
  public Iterable<String> namesAfter(String name) {
    return tables.tailMap(name, false).keySet();
  }

  public Iterable<String> names() {
    return tables.keySet();
  }
}
