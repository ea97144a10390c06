package dev.assay.cli.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;

/** Makes single calls, each over a connection of its own, and waits for the answer. */
record Caller(URI endpoint) {
  private static final int PATIENCE_MILLIS = 30_000;

  /** Makes a call with a body of plain ASCII. */
  Reply call(String operation, String body) {
    return call(new Template.Writer().text(body).post(operation, endpoint));
  }

  /** Makes a call about the first key. */
  Reply call(Template request) {
    ByteBuffer bytes = ByteBuffer.allocate(request.length());
    request.stamp(bytes, 0, KeySpace.inOrder(10L * Dataset.BATCH));
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              endpoint.getHost(), endpoint.getPort() < 0 ? 80 : endpoint.getPort()),
          PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes.array(), 0, bytes.limit());
      return read(socket);
    } catch (IOException e) {
      return new Reply.Lost(String.valueOf(e.getMessage()));
    } catch (ResponseReader.MalformedResponseException e) {
      return new Reply.Lost(String.valueOf(e.getMessage()));
    }
  }

  private static Reply read(Socket socket)
      throws IOException, ResponseReader.MalformedResponseException {
    ResponseReader reader = new ResponseReader();
    reader.expect(true);
    byte[] piece = new byte[16_384];
    while (true) {
      int count = socket.getInputStream().read(piece);
      if (count < 0) {
        return new Reply.Lost("it closed the connection without an HTTP response");
      }
      if (reader.read(ByteBuffer.wrap(piece, 0, count))) {
        return reader.reply();
      }
    }
  }
}
