package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The request, or its answer, is held until the rule is out of force; then it goes on as if nothing
 * had been.
 */
public record Stall(Side on) implements Fault {
  static final String KIND = "stall";

  static Stall read(JsonFields fields) {
    fields.onlyKnown("kind", "on");
    return new Stall(Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    on.write(into);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
