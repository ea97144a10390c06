package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An ambiguous commit that happens when nobody expects it any more: the client is let down at once,
 * and the store gets the request later.
 *
 * @param ending what the client gets meanwhile; with silence its giving up is waited for
 * @param afterRetry whether the request goes to the store as soon as the store has answered the
 *     same request again, rather than only when the time is over
 * @param boundMs after so long the store gets it in any case, 0 to 600,000, counted from the moment
 *     at which the client was let down
 */
public record LateDelivery(Ending ending, boolean afterRetry, long boundMs) implements Fault {
  static final String KIND = "late_delivery";
  private static final long USUAL_BOUND_MS = 5_000;
  private static final List<Ending> ENDINGS =
      List.of(Ending.CLOSE, Ending.RESET, Ending.ERROR, Ending.SILENCE);

  static LateDelivery read(JsonFields fields) {
    fields.onlyKnown("kind", "client_gets", "after", "bound_ms");
    boolean afterRetry =
        !fields.has("after") || fields.word("after", List.of("retry", "bound")).equals("retry");
    return new LateDelivery(
        Ending.read(fields, "client_gets", ENDINGS),
        afterRetry,
        fields.whole("bound_ms", 0, Latency.MAX_LATENCY_MS).orElse(USUAL_BOUND_MS));
  }

  @Override
  public void write(ObjectNode into) {
    ending.write("client_gets", into);
    into.put("after", afterRetry ? "retry" : "bound").put("bound_ms", boundMs);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
