package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How a table passes from state to state. Everything here is called within a change of the region's
 * {@link dev.assay.engine.store.Transitions}.
 */
final class Lifecycle {
  private final Region region;
  private final Table table;

  Lifecycle(Region region, Table table) {
    this.region = region;
    this.table = table;
  }

  /** A new table becomes active, and its indexes with it. */
  void create() {
    after(
        region.durations().creating(),
        () ->
            redefine(
                definition ->
                    definition
                        .withStatus(TableStatus.ACTIVE)
                        .withIndexes(
                            definition.indexes().stream().map(Lifecycle::activated).toList())));
  }

  private static SecondaryIndex activated(SecondaryIndex index) {
    return index.status() == TableStatus.CREATING
        ? index.withStatus(TableStatus.ACTIVE, false)
        : index;
  }

  /** A table is shown as being deleted, and then is gone. */
  void delete() {
    redefine(definition -> definition.withStatus(TableStatus.DELETING));
    after(region.durations().deleting(), () -> region.catalog().remove(table));
  }

  /** Replaces the definition; no write is on its way meanwhile. */
  TableDefinition redefine(UnaryOperator<TableDefinition> change) {
    table.lock().lock();
    try {
      TableDefinition changed = change.apply(table.definition());
      table.redefine(changed);
      return changed;
    } finally {
      table.lock().unlock();
    }
  }

  private void after(Duration duration, Runnable change) {
    region.transitions().schedule(region.clock().instant().plus(duration), change);
  }
}
