package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An ambiguous commit that did not happen: the store never sees the request, and the client cannot
 * tell.
 */
public record LostRequest(Ending ending) implements Severing {
  static final String KIND = "lost_request";
  static final List<Ending> ENDINGS =
      List.of(Ending.CLOSE, Ending.RESET, Ending.ERROR, Ending.SILENCE);

  static LostRequest read(JsonFields fields) {
    fields.onlyKnown("kind", "client_gets");
    return new LostRequest(Ending.read(fields, "client_gets", ENDINGS));
  }

  @Override
  public void write(ObjectNode into) {
    ending.write("client_gets", into);
  }

  @Override
  public Side on() {
    return Side.REQUEST;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
