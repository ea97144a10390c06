package dev.assay.proxy.journal;

/** The journal cannot be kept; the message is one sentence for the operator. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  JournalException(String message) {
    super(message);
  }
}
