package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The client's connection is reset: RST and not FIN. */
public record Reset(Side on) implements Severing {
  static final String KIND = "reset";

  static Reset read(JsonFields fields) {
    fields.onlyKnown("kind", "on");
    return new Reset(Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    on.write(into);
  }

  @Override
  public Ending ending() {
    return Ending.RESET;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
