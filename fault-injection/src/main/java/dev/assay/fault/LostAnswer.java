package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An ambiguous commit that did happen: the store carries the request out, and its answer does not
 * reach the client.
 */
public record LostAnswer(Ending ending) implements Severing {
  static final String KIND = "lost_answer";

  static LostAnswer read(JsonFields fields) {
    fields.onlyKnown("kind", "client_gets");
    return new LostAnswer(Ending.read(fields, "client_gets", LostRequest.ENDINGS));
  }

  @Override
  public void write(ObjectNode into) {
    ending.write("client_gets", into);
  }

  @Override
  public Side on() {
    return Side.RESPONSE;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
