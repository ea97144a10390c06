package dev.assay.engine.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a record: 32 hexadecimal digits, the same at every reading and no other record's, since
 * it is a hash of what tells the record from all others.
 */
public final class EventId {
  private EventId() {}

  public static String of(String source, long position) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5")
                  .digest((source + '#' + position).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
