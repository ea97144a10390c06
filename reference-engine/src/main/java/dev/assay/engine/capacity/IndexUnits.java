package dev.assay.engine.capacity;

import dev.assay.engine.store.IndexChange;

/** What a write costs in one index: it is charged on the change to what the index stores. */
public final class IndexUnits {
  private IndexUnits() {}

  /** Write units (facts 99 to 103); none if the index stores what it stored before. */
  public static double of(IndexChange change) {
    if (change.before() == null) {
      return change.after() == null ? 0 : Units.write(change.after().sizeBytes());
    }
    if (change.after() == null) {
      return Units.write(change.before().sizeBytes());
    }
    if (change.moved()) {
      return Units.write(change.before().sizeBytes()) + Units.write(change.after().sizeBytes());
    }
    if (change.before().equals(change.after())) {
      return 0;
    }
    return Units.write(Math.max(change.before().sizeBytes(), change.after().sizeBytes()));
  }
}
