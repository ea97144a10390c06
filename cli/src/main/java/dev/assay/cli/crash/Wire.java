package dev.assay.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection to the engine. What becomes of a call that throws nobody knows. */
final class Wire implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /**
   * Makes a call.
   *
   * @throws IOException if no whole answer came
   * @throws RefusedException if the answer is an error
   */
  JsonNode call(String operation, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "X-Amz-Target: DynamoDB_20120810."
            + operation
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + bytes.length);
    request.write(head.getBytes(StandardCharsets.US_ASCII));
    request.write(bytes);
    try {
      Socket open = connect();
      open.getOutputStream().write(request.toByteArray());
      return answer(operation);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Socket connect() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket();
      socket = open;
      open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      open.setTcpNoDelay(true);
      open.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(open.getInputStream(), 1 << 16);
    }
    return open;
  }

  private JsonNode answer(String operation) throws IOException {
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    byte[] body = input().readNBytes(length);
    if (body.length < length) {
      throw new IOException("the answer was cut off");
    }
    if (!status.contains(" 200 ")) {
      throw new RefusedException(
          operation + ": " + status + " " + new String(body, StandardCharsets.UTF_8));
    }
    return JSON.readTree(body);
  }

  private InputStream input() throws IOException {
    InputStream open = in;
    if (open == null) {
      throw new IOException("not connected");
    }
    return open;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream open = input();
    for (int next = open.read(); next != '\n'; next = open.read()) {
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    in = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone, which was asked for.
      }
    }
  }

  /** The engine answered, and not with what was asked for. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
