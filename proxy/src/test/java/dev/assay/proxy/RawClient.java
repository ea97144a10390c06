package dev.assay.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client of one raw connection. Gives up on an answer after ten seconds, so that a hang is a
 * failure.
 */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(InetSocketAddress proxy) throws IOException {
    socket = new Socket(proxy.getAddress(), proxy.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
  }

  /** A request as an SDK makes it. */
  static String request(String operation, String body) {
    return "POST / HTTP/1.1\r\nHost: localhost:8000\r\nX-Amz-Target: DynamoDB_20120810."
        + operation
        + "\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  RawClient send(String bytes) throws IOException {
    return send(bytes.getBytes(StandardCharsets.UTF_8));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  RawHttp.Head head() throws IOException {
    return RawHttp.head(socket.getInputStream());
  }

  String untilEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  RawHttp.Answer answer() throws IOException {
    return RawHttp.answer(socket.getInputStream());
  }

  RawHttp.Answer call(String operation, String body) throws IOException {
    return send(request(operation, body)).answer();
  }

  /** Whether the proxy has ended the connection; waits for it. */
  boolean ended() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
