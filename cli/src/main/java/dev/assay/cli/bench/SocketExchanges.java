package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections over one selector and one thread, the caller's: the cheapest client that plain Java
 * has, so that most of the machine is left to the store.
 */
final class SocketExchanges implements Exchanges {
  private static final int READ_BYTES = 256 * 1024;

  /**
   * A selector waits whole milliseconds only. Shorter waits look, give the processor away for this
   * long and return: spinning would be more exact and would take one of two cores from the store.
   */
  private static final long SHORT_PAUSE_NANOS = 20_000;

  private final URI endpoint;
  private final InetSocketAddress address;
  private final Timing timing;
  private final Selector selector;
  private final Connection[] connections;
  private final ByteBuffer arrived = ByteBuffer.allocate(READ_BYTES);

  private SocketExchanges(URI endpoint, int count, int requestBytes, Timing timing)
      throws IOException {
    this.endpoint = endpoint;
    this.address =
        new InetSocketAddress(endpoint.getHost(), endpoint.getPort() < 0 ? 80 : endpoint.getPort());
    this.timing = timing;
    this.selector = Selector.open();
    this.connections = new Connection[count];
    for (int index = 0; index < count; index++) {
      connections[index] = new Connection(index, requestBytes);
    }
  }

  /**
   * Opens the connections.
   *
   * @param requestBytes length of the longest request
   * @throws Refusal when nothing listens there
   */
  static SocketExchanges open(URI endpoint, int count, int requestBytes, Timing timing) {
    try {
      SocketExchanges exchanges = new SocketExchanges(endpoint, count, requestBytes, timing);
      for (Connection connection : exchanges.connections) {
        connection.connect();
      }
      return exchanges;
    } catch (IOException e) {
      throw Refusal.unreachable(endpoint + " cannot be reached: " + e.getMessage());
    }
  }

  @Override
  public int connections() {
    return connections.length;
  }

  @Override
  public ByteBuffer request(int connection) {
    return connections[connection].request;
  }

  @Override
  public void send(int connection, boolean keepBody) {
    connections[connection].send(keepBody);
  }

  @Override
  public void poll(long atMostNanos, Replies replies) {
    try {
      handOnFailures(replies);
      long millis = TimeUnit.NANOSECONDS.toMillis(atMostNanos);
      if (millis > 0) {
        selector.select(key -> ((Connection) key.attachment()).ready(key, replies), millis);
      } else if (selector.selectNow(key -> ((Connection) key.attachment()).ready(key, replies)) == 0
          && atMostNanos > 0) {
        timing.pause(Math.min(atMostNanos, SHORT_PAUSE_NANOS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handOnFailures(Replies replies) {
    for (Connection connection : connections) {
      connection.handOnFailure(replies);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection connection : connections) {
        connection.disconnect();
      }
      selector.close();
    } catch (IOException e) {
      // Nothing that was measured depends on it.
    }
  }

  private final class Connection {
    private final int index;
    private final ByteBuffer request;
    private final ResponseReader reader = new ResponseReader();
    private @Nullable SocketChannel channel;
    private @Nullable String failure;
    private boolean waiting;

    Connection(int index, int requestBytes) {
      this.index = index;
      this.request = ByteBuffer.allocateDirect(requestBytes);
    }

    void connect() throws IOException {
      SocketChannel opened = SocketChannel.open(address);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.configureBlocking(false);
      opened.register(selector, SelectionKey.OP_READ, this);
      channel = opened;
    }

    void disconnect() throws IOException {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    }

    void send(boolean keepBody) {
      waiting = true;
      reader.expect(keepBody);
      try {
        if (channel == null) {
          connect();
        }
        write();
      } catch (IOException e) {
        failure = "the connection was lost while sending: " + e.getMessage();
      }
    }

    private void write() throws IOException {
      SocketChannel open = Objects.requireNonNull(channel);
      open.write(request);
      SelectionKey key = Objects.requireNonNull(open.keyFor(selector));
      int wanted =
          request.hasRemaining()
              ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
              : SelectionKey.OP_READ;
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    }

    void ready(SelectionKey key, Replies replies) {
      try {
        if (key.isWritable()) {
          write();
        }
        if (key.isReadable()) {
          read(replies);
        }
      } catch (IOException e) {
        lose("the connection was lost: " + e.getMessage(), replies);
      }
    }

    private void read(Replies replies) throws IOException {
      arrived.clear();
      int count = Objects.requireNonNull(channel).read(arrived);
      if (count < 0) {
        lose("the store closed the connection", replies);
        return;
      }
      arrived.flip();
      try {
        if (!waiting && arrived.hasRemaining()) {
          lose("more than one response came", replies);
        } else if (reader.read(arrived)) {
          finish(replies);
        }
      } catch (ResponseReader.MalformedResponseException e) {
        lose(endpoint + " " + e.getMessage(), replies);
      }
    }

    private void finish(Replies replies) throws IOException {
      if (reader.closing()) {
        disconnect();
      }
      waiting = false;
      replies.replied(index, reader.reply());
    }

    void handOnFailure(Replies replies) {
      String reason = failure;
      if (reason != null) {
        lose(reason, replies);
      }
    }

    private void lose(String reason, Replies replies) {
      failure = null;
      try {
        disconnect();
      } catch (IOException e) {
        // It is lost either way.
      }
      if (waiting) {
        waiting = false;
        replies.replied(index, new Reply.Lost(reason));
      }
    }
  }
}
