package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body passes at no more than so many bytes a second, in pieces twenty times a second.
 *
 * @param bytesPerS 1 to 1,000,000,000
 */
public record Bandwidth(long bytesPerS, Side on) implements Pacing {
  static final String KIND = "bandwidth";
  private static final long MAX_BYTES_PER_S = 1_000_000_000;
  private static final int PIECES_PER_S = 20;

  static Bandwidth read(JsonFields fields) {
    fields.onlyKnown("kind", "bytes_per_s", "on");
    return new Bandwidth(
        fields.requiredWhole("bytes_per_s", 1, MAX_BYTES_PER_S), Side.read(fields, Side.RESPONSE));
  }

  @Override
  public void write(ObjectNode into) {
    into.put("bytes_per_s", bytesPerS);
    on.write(into);
  }

  @Override
  public int pieceBytes() {
    return (int) Math.max(1, bytesPerS / PIECES_PER_S);
  }

  @Override
  public long pauseMs() {
    return Math.max(1, 1000L * pieceBytes() / bytesPerS);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
