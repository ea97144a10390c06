package dev.assay.proxy.sign;

/** A request could not be signed; the message is the rest of a sentence. */
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;

  SigningException(String message, Throwable cause) {
    super(message, cause);
  }

  SigningException(String message) {
    super(message);
  }
}
