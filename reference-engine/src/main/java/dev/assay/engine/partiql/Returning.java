package dev.assay.engine.partiql;

/** What a write returns of its item. */
enum Returning {
  ALL_OLD,
  MODIFIED_OLD,
  ALL_NEW,
  MODIFIED_NEW;

  /** As written: {@code ALL OLD}. */
  String text() {
    return name().replace('_', ' ');
  }
}
