package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A new connection is reset as soon as it is there. The listening socket is shared by all clients,
 * so it is not closed: the client sees a reset in place of a refusal by the kernel.
 */
public record RefusedConnection() implements ConnectionFault {
  static final String KIND = "refuse_connection";

  static RefusedConnection read(JsonFields fields) {
    fields.onlyKnown("kind");
    return new RefusedConnection();
  }

  @Override
  public void write(ObjectNode into) {}

  @Override
  public String kind() {
    return KIND;
  }
}
