package dev.assay.engine.store;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The write locks of several tables at once. */
public final class TableLocks {
  private TableLocks() {}

  /**
   * Does something while no write can happen on any of the tables. Locks are taken in the order of
   * the tables' names, so that two transactions cannot wait for each other.
   */
  public static <T> T holding(Iterable<Table> tables, Supplier<T> work) {
    TreeSet<Table> inOrder =
        new TreeSet<>(Comparator.comparing((Table table) -> table.definition().name()));
    tables.forEach(inOrder::add);
    inOrder.forEach(table -> table.lock().lock());
    try {
      return work.get();
    } finally {
      inOrder.forEach(table -> table.lock().unlock());
    }
  }
}
