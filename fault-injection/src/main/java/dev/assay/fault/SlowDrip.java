package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body comes in drops, so that no read of the client times out and the whole never ends.
 *
 * @param pieceBytes bytes of a drop, 1 to 1,000,000
 * @param pauseMs between two drops, 1 to 600,000
 */
public record SlowDrip(int pieceBytes, long pauseMs, Side on) implements Pacing {
  static final String KIND = "slow_drip";

  static SlowDrip read(JsonFields fields) {
    fields.onlyKnown("kind", "piece_bytes", "pause_ms", "on");
    return new SlowDrip(
        (int) fields.whole("piece_bytes", 1, 1_000_000).orElse(1),
        fields.requiredWhole("pause_ms", 1, Latency.MAX_LATENCY_MS),
        Side.read(fields, Side.RESPONSE));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("piece_bytes", pieceBytes).put("pause_ms", pauseMs);
    on.write(into);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
