package dev.assay.engine.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How a response body is compressed. */
enum ContentCoding {
  IDENTITY,
  GZIP,
  DEFLATE;

  /** Below this size in bytes compression costs more than it saves. */
  private static final int MIN_BYTES = 1024;

  /** The best coding that the client says it takes. */
  static ContentCoding accepted(FullHttpRequest request) {
    String header = request.headers().get(HttpHeaderNames.ACCEPT_ENCODING);
    if (header == null) {
      return IDENTITY;
    }
    ContentCoding best = IDENTITY;
    for (String offer : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = offer.trim().split(";", 2);
      if (parts.length > 1 && parts[1].replace(" ", "").matches("q=0(\\.0*)?")) {
        continue;
      }
      if (parts[0].trim().equals("gzip")) {
        return GZIP;
      }
      if (parts[0].trim().equals("deflate")) {
        best = DEFLATE;
      }
    }
    return best;
  }

  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This coding, or none where the body is too short to be worth it. */
  ContentCoding worthFor(byte[] body) {
    return body.length < MIN_BYTES ? IDENTITY : this;
  }

  /** The body in this coding. */
  byte[] encode(byte[] body) {
    if (this == IDENTITY) {
      return body;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
    try (OutputStream coder =
        this == GZIP ? new GZIPOutputStream(compressed) : new DeflaterOutputStream(compressed)) {
      coder.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
