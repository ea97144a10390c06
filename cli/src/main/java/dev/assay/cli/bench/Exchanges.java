package dev.assay.cli.bench;

import java.nio.ByteBuffer;

/**
 * A fixed number of connections to a store, each with at most one request under way (no
 * pipelining).
 */
interface Exchanges extends AutoCloseable {
  int connections();

  /** The buffer of an idle connection, into which its next request goes. */
  ByteBuffer request(int connection);

  /**
   * Sends what is in the connection's buffer.
   *
   * @param keepBody whether the reply is to carry the response's body
   */
  void send(int connection, boolean keepBody);

  /** Hands on the replies that arrive within that time; returns early once there are some. */
  void poll(long atMostNanos, Replies replies);

  @Override
  void close();

  /** Takes replies. The connection is idle again, and may be used for the next request at once. */
  interface Replies {
    void replied(int connection, Reply reply);
  }
}
