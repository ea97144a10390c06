package dev.assay.engine.replication;

/**
 * From one region to another; {@value #EVERY} stands for all.
 *
 * @param from where writes are made
 * @param to where they are brought
 */
record Direction(String from, String to) {
  static final String EVERY = "*";

  /** Whether it is among the directions that this one stands for. */
  boolean covers(String otherFrom, String otherTo) {
    return (from.equals(EVERY) || from.equals(otherFrom))
        && (to.equals(EVERY) || to.equals(otherTo));
  }
}
