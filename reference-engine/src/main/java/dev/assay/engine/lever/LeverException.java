package dev.assay.engine.lever;

/** A lever that cannot be pulled like this; the message is one sentence that names the argument. */
public final class LeverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeverException(String message) {
    super(message);
  }
}
