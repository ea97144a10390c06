package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A client that begins TLS gets the alert {@code handshake_failure} and the end of the stream. */
public record FailedHandshake() implements ConnectionFault {
  static final String KIND = "tls_handshake_failure";

  static FailedHandshake read(JsonFields fields) {
    fields.onlyKnown("kind");
    return new FailedHandshake();
  }

  @Override
  public void write(ObjectNode into) {}

  @Override
  public String kind() {
    return KIND;
  }
}
