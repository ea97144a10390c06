package dev.assay.engine.disk;

/**
 * The folder of the data cannot be used as it is. The message is one sentence that says what is
 * wrong and what can be done; nothing was changed.
 */
public final class DataRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataRefusedException(String sentence) {
    super(sentence);
  }

  public DataRefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
