package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The client reads the end of the stream while it may go on writing. */
public record HalfClose(Side on) implements Severing {
  static final String KIND = "half_close";

  static HalfClose read(JsonFields fields) {
    fields.onlyKnown("kind", "on");
    return new HalfClose(Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    on.write(into);
  }

  @Override
  public Ending ending() {
    return Ending.HALF_CLOSE;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
