package dev.assay.reports.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message body as evidence: its beginning, and how long it really was.
 *
 * @param text at most {@link #LIMIT_BYTES} of it
 * @param totalBytes length of the whole body
 */
public record Body(String text, long totalBytes) {

  /** How much of a body is kept, in bytes, so that a run of many large items stays readable. */
  public static final int LIMIT_BYTES = 64 * 1024;

  /** No body at all. */
  public static final Body EMPTY = new Body("", 0);

  /** The evidence of these bytes; what is not UTF-8 is shown as {@code \xNN} escapes. */
  public static Body of(byte[] bytes) {
    if (bytes.length <= LIMIT_BYTES) {
      return new Body(readable(bytes), bytes.length);
    }
    return new Body(readable(Arrays.copyOf(bytes, wholeCharacters(bytes))), bytes.length);
  }

  /** The evidence of this text. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether {@link #text} is only the beginning. */
  @JsonIgnore
  public boolean isTruncated() {
    return totalBytes > LIMIT_BYTES;
  }

  /** Where to cut so that no character is cut in half. */
  private static int wholeCharacters(byte[] bytes) {
    int end = LIMIT_BYTES;
    for (int back = 0; back < 3 && (bytes[end] & 0xC0) == 0x80; back++) {
      end--;
    }
    return end;
  }

  private static String readable(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return escaped(bytes);
    }
  }

  private static String escaped(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 2);
    for (byte b : bytes) {
      if (b >= ' ' && b < 0x7F) {
        text.append((char) b);
      } else {
        text.append("\\x").append("%02x".formatted(b));
      }
    }
    return text.toString();
  }
}
