package dev.assay.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The first bytes of a body that passes by, and how long it was in all. */
final class BodyCapture {
  private static final byte[] EMPTY = new byte[0];

  private final int limit;
  private byte[] kept = EMPTY;
  private int keptLength;
  private long total;

  BodyCapture(int limit) {
    this.limit = limit;
  }

  /** Looks at a piece without moving its reader index. */
  void see(ByteBuf piece) {
    int readable = piece.readableBytes();
    total += readable;
    int taken = Math.min(readable, limit - keptLength);
    if (taken <= 0) {
      return;
    }
    if (kept.length < keptLength + taken) {
      kept = Arrays.copyOf(kept, Math.min(limit, Math.max(keptLength + taken, 2 * kept.length)));
    }
    piece.getBytes(piece.readerIndex(), kept, keptLength, taken);
    keptLength += taken;
  }

  long total() {
    return total;
  }

  /** The kept bytes, at most so many of them. */
  byte[] bytes(int atMost) {
    int length = Math.min(keptLength, atMost);
    return length == kept.length ? kept : Arrays.copyOf(kept, length);
  }

  int heldBytes() {
    return kept.length;
  }
}
