package dev.assay.proxy;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What a client has sent and nobody has looked at yet. It hands out one message for each time one
 * is wanted, which is what keeps pipelined requests in order and makes a slow store slow its client
 * down: the socket is read only when this is empty.
 */
final class Inbox {
  private final Channel client;
  private final Consumer<HttpObject> reader;
  private final Runnable onEmpty;
  private final Queue<HttpObject> messages = new ArrayDeque<>();
  private boolean wanted;
  private boolean handingOut;

  /**
   * More of what the socket's last read gave may follow: a decoder hands out head and body apart.
   */
  private boolean reading;

  /**
   * @param onEmpty told when the reader wants a message and there is none
   */
  Inbox(Channel client, Consumer<HttpObject> reader, Runnable onEmpty) {
    this.client = client;
    this.reader = reader;
    this.onEmpty = onEmpty;
  }

  void add(HttpObject message) {
    reading = true;
    messages.add(message);
    handOut();
  }

  /** All that the last read of the socket gave has been added. */
  void readComplete() {
    reading = false;
    handOut();
  }

  /** The reader will take one more message, now or when it comes. */
  void want() {
    wanted = true;
    handOut();
  }

  /**
   * Lets the socket be read though no message is wanted: only so is a client that hangs up noticed.
   */
  void watch() {
    if (messages.isEmpty()) {
      client.read();
    }
  }

  void clear() {
    wanted = false;
    messages.forEach(ReferenceCountUtil::release);
    messages.clear();
  }

  /**
   * A loop and not a recursion: a client may pipeline thousands of requests that are answered on
   * the spot.
   */
  private void handOut() {
    if (handingOut) {
      return;
    }
    handingOut = true;
    while (wanted && !messages.isEmpty()) {
      wanted = false;
      reader.accept(messages.remove());
    }
    handingOut = false;
    // Passing on half of what has come costs the store, and us, one more write and read.
    if (wanted && !reading) {
      onEmpty.run();
      client.read();
    }
  }
}
