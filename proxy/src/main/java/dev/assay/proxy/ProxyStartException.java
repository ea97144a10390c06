package dev.assay.proxy;

/** The proxy cannot start as it was told to; the message is one sentence for the operator. */
public class ProxyStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProxyStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
