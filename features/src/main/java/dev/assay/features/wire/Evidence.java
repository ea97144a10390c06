package dev.assay.features.wire;

import java.nio.charset.StandardCharsets;

/**
 * A body as kept for the report.
 *
 * @param text at most {@value #KEPT_BYTES} bytes of it, read as UTF-8
 * @param totalBytes how long it was
 */
public record Evidence(String text, int totalBytes) {
  static final int KEPT_BYTES = 16_384;

  static Evidence of(Body body) {
    int kept = Math.min(body.length(), KEPT_BYTES);
    return new Evidence(new String(body.bytes(), 0, kept, StandardCharsets.UTF_8), body.length());
  }

  public boolean truncated() {
    return totalBytes > KEPT_BYTES;
  }
}
