package dev.assay.engine.transact;

import java.util.List;

/**
 * The sizes of the items that a transaction wrote to one table, for which a replay is billed.
 *
 * @param itemBytes size of each item, in bytes
 */
public record TableSizes(String table, List<Long> itemBytes) {
  public TableSizes {
    itemBytes = List.copyOf(itemBytes);
  }
}
