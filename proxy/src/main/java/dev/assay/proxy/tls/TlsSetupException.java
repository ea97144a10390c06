package dev.assay.proxy.tls;

/** TLS cannot be set up; the message is one sentence for the operator. */
public final class TlsSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TlsSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
