package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The store gets the request twice, the second time when it has answered the first.
 *
 * @param answersSecond whether the client gets the answer to the second rather than the first
 */
public record DoubleDelivery(boolean answersSecond) implements Fault {
  static final String KIND = "double_delivery";

  static DoubleDelivery read(JsonFields fields) {
    fields.onlyKnown("kind", "client_gets");
    return new DoubleDelivery(
        fields.has("client_gets")
            && fields.word("client_gets", List.of("first", "second")).equals("second"));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("client_gets", answersSecond ? "second" : "first");
  }

  @Override
  public String kind() {
    return KIND;
  }
}
