package dev.assay.proxy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A body's Content-Encoding, as far as it must be undone to read the body. */
enum Packing {
  NONE,
  GZIP,
  DEFLATE;

  /**
   * By the header's value, null for none; an unknown one counts as none, since it cannot be undone.
   */
  static Packing of(@Nullable String contentEncoding) {
    return switch (contentEncoding == null ? "" : contentEncoding.toLowerCase(Locale.ROOT)) {
      case "gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> NONE;
    };
  }

  byte[] unpack(byte[] packed) throws IOException {
    InputStream bytes = new ByteArrayInputStream(packed);
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(bytes).readAllBytes();
      case DEFLATE -> new InflaterInputStream(bytes).readAllBytes();
    };
  }

  byte[] pack(byte[] plain) throws IOException {
    if (this == NONE) {
      return plain;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream packing =
        this == GZIP ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      packing.write(plain);
    }
    return packed.toByteArray();
  }
}
