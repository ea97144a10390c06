package dev.assay.features.wire;

import java.io.IOException;
import java.net.URI;

/** No response came: refused, cut, or not in time. What the store did is not known. */
public final class TransportException extends IOException {
  private static final long serialVersionUID = 1L;

  private TransportException(String message, Throwable cause) {
    super(message, cause);
  }

  private TransportException(String message) {
    super(message);
  }

  /** The proxy got no answer either, and says why. */
  static TransportException behindTheProxy(String why) {
    return new TransportException("no response from the store: " + why);
  }

  static TransportException to(URI uri, Throwable cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new TransportException("no response from " + uri + ": " + reason, cause);
  }
}
