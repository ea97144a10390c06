package dev.assay.engine.store;

import dev.assay.engine.table.TableDefinition;

/**
 * Follows what becomes of the tables of a region. Told on the thread that makes the change, after
 * it; must be quick.
 */
public interface TableObserver {
  void added(Table table);

  /**
   * @param before the definition that the table had until now
   */
  void redefined(Table table, TableDefinition before);

  /**
   * A table is about to be removed.
   *
   * @throws dev.assay.engine.error.ServiceException if that cannot be noted: then it stays
   */
  default void removing(Table table) {}

  void removed(Table table);
}
