package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.store.Table;

/** Has a table that was read back from disk go on with the changes that were on their way. */
public final class Resumption {
  private Resumption() {}

  /** Plans what remains to be done to a table of a region. */
  public static void of(Region region, Table table) {
    region
        .transitions()
        .change(
            region.clock(),
            () -> {
              new Lifecycle(region, table).resume();
              return table;
            });
  }
}
