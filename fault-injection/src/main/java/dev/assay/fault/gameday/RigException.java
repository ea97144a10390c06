package dev.assay.fault.gameday;

/** Something that a game day wanted to do could not be done; the message is one sentence. */
public final class RigException extends Exception {
  private static final long serialVersionUID = 1L;

  public RigException(String message) {
    super(message);
  }

  public RigException(String message, Throwable cause) {
    super(message, cause);
  }
}
