package dev.assay.engine.json;

import dev.assay.engine.error.CancellationReason;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;

/** The one place where a refusal becomes JSON. */
public final class ErrorBody {
  private ErrorBody() {}

  public static byte[] of(ServiceException refusal) {
    JsonWriter out = new JsonWriter();
    out.startObject().member("__type", refusal.type().wireType());
    String message = refusal.getMessage();
    boolean canceled = refusal.type() == ErrorType.TRANSACTION_CANCELED;
    if (message != null) {
      // The front end and transactions spell the member with a capital, the store itself does not.
      boolean capital = canceled || refusal.type().spellsMessageLarge();
      out.member(capital ? "Message" : "message", message);
    }
    if (canceled) {
      out.startArray("CancellationReasons");
      refusal.cancellationReasons().forEach(reason -> write(reason, out));
      out.endArray();
    }
    if (refusal.isThrottling()) {
      out.startArray("ThrottlingReasons");
      refusal
          .throttlingReasons()
          .forEach(
              each ->
                  out.startObject()
                      .member("reason", each.reason())
                      .member("resource", each.resource())
                      .endObject());
      out.endArray();
    }
    if (refusal.item() != null) {
      out.attributes("Item", refusal.item());
    }
    out.endObject();
    return out.toByteArray();
  }

  private static void write(CancellationReason reason, JsonWriter out) {
    out.startObject().member("Code", reason.code());
    if (reason.message() != null) {
      out.member("Message", reason.message());
    }
    if (reason.item() != null) {
      out.attributes("Item", reason.item());
    }
    out.endObject();
  }
}
