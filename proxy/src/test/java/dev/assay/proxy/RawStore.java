package dev.assay.proxy;

import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store of raw sockets, for what a well-behaved HTTP server would not do; it answers each request
 * as its script says.
 */
final class RawStore implements AutoCloseable {

  /** What to do with one request. */
  interface Script {
    void serve(RawHttp.Head head, InputStream in, OutputStream out) throws Exception;
  }

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

  RawStore(Script script) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(script));
  }

  /** Answers every request with its own body. */
  static RawStore echo() throws IOException {
    return new RawStore(
        (head, in, out) -> {
          byte[] body = RawHttp.body(head, in);
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
          out.flush();
        });
  }

  private void accept(Script script) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket, script));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (true) {
        RawHttp.Head head = RawHttp.head(in);
        requests.add(head.text());
        script.serve(head, in, socket.getOutputStream());
      }
    } catch (Exception e) {
      endings.add(e.toString());
    }
  }

  UpstreamAddress address() {
    return new UpstreamAddress(false, "127.0.0.1", server.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /** Heads of the requests as they came, byte for byte. */
  BlockingQueue<String> requests() {
    return requests;
  }

  /** One entry for each connection that ended. */
  BlockingQueue<String> endings() {
    return endings;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
