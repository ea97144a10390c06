package dev.assay.engine.simulation;

/** The service could not answer, where it has to as long as nothing is broken. */
final class Unanswered extends Violation {
  private static final long serialVersionUID = 1L;

  Unanswered(String message) {
    super(message);
  }
}
