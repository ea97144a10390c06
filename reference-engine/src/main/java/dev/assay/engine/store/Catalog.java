package dev.assay.engine.store;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tables of one region, by name. */
public final class Catalog {
  private final ConcurrentSkipListMap<String, Table> tables = new ConcurrentSkipListMap<>();

  public Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * Adds a table.
   *
   * @return false if there is one of this name already
   */
  public boolean add(Table table) {
    return tables.putIfAbsent(table.definition().name(), table) == null;
  }

  public void remove(Table table) {
    tables.remove(table.definition().name(), table);
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
