package dev.assay.engine.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as signatures of version 4 have it: all but unreserved characters. */
final class UriText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriText() {}

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean unreserved =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0;
      if (unreserved) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return encoded.toString();
  }

  /** Decodes what is encoded; leaves a percent sign that encodes nothing as it is. */
  static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] sent = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < sent.length; i++) {
      int high = sent[i] == '%' && i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(sent[i + 2], 16);
      if (low < 0) {
        bytes.write(sent[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
