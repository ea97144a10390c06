package dev.assay.engine.simulation;

/** Something that must never be; the message says what. */
class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
