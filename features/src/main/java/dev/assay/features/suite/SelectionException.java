package dev.assay.features.suite;

/** The selection names what does not exist; the message says what, in one sentence. */
public final class SelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  SelectionException(String message) {
    super(message);
  }
}
