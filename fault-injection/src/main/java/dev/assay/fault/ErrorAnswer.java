package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The request is answered with an error of the service's, before the store sees it or after the
 * store carried it out.
 *
 * @param message in place of the one that the service gives
 */
public record ErrorAnswer(ServiceFailure failure, Optional<String> message, Side on)
    implements Refusing {
  static final String KIND = "error";

  static ErrorAnswer read(JsonFields fields) {
    fields.onlyKnown("kind", "error", "message", "on");
    return new ErrorAnswer(
        ServiceFailure.of(fields.word("error", ServiceFailure.words())),
        fields.text("message"),
        Side.read(fields, Side.REQUEST));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("error", failure.word());
    message.ifPresent(text -> into.put("message", text));
    on.write(into);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
