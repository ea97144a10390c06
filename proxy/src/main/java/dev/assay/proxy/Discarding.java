package dev.assay.proxy;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * The request has its answer but has not ended: its rest is read and thrown away. Closing at once
 * would reset the connection and could take the answer from the client that is still sending.
 */
final class Discarding implements RequestFlow {
  private static final long PATIENCE_BYTES = 64L << 20;

  private final ClientHandler client;
  private long discarded;

  Discarding(ClientHandler client) {
    this.client = client;
  }

  @Override
  public void body(HttpContent piece) {
    boolean last = piece instanceof LastHttpContent;
    discarded += piece.content().readableBytes();
    piece.release();
    if (discarded > PATIENCE_BYTES) {
      client.close();
    } else if (!last) {
      client.readMore();
    }
  }

  @Override
  public void clientTakesMore(boolean taking) {}

  @Override
  public void giveUp() {}
}
