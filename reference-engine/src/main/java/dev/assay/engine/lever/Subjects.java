package dev.assay.engine.lever;

import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds what a lever is pulled on. */
public final class Subjects {
  private Subjects() {}

  /**
   * The table of a name.
   *
   * @throws LeverException if there is none
   */
  public static Table table(Catalog catalog, String name) {
    return catalog
        .find(name)
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>();
              catalog.names().forEach(names::add);
              String near = NearestWord.suggestion(name, names);
              return new LeverException(
                  "the argument 'table' must be a table of the region, there is no '"
                      + name
                      + "'"
                      + (near.startsWith("; did") ? near : ""));
            });
  }
}
