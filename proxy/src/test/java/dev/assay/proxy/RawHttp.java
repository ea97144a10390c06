package dev.assay.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** HTTP read by hand, so that tests see what was on the wire and not what a library made of it. */
final class RawHttp {
  private RawHttp() {}

  /** A start line and headers as they came. */
  record Head(String text) {
    String startLine() {
      return text.substring(0, text.indexOf("\r\n"));
    }

    int status() {
      return Integer.parseInt(startLine().split(" ")[1]);
    }

    Optional<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return text.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).trim())
          .findFirst();
    }
  }

  /** A whole answer. */
  record Answer(Head head, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    int status() {
      return head.status();
    }
  }

  static Head head(InputStream in) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (!text.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      text.write(next(in));
    }
    return new Head(text.toString(StandardCharsets.ISO_8859_1));
  }

  static byte[] body(Head head, InputStream in) throws IOException {
    if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("body ended after " + body.length + " of " + length);
    }
    return body;
  }

  static Answer answer(InputStream in) throws IOException {
    Head head = head(in);
    return new Answer(head, body(head, in));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      body.write(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = next(in); c != '\n'; c = next(in)) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static int next(InputStream in) throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new EOFException("the connection ended");
    }
    return c;
  }
}
