package dev.assay.proxy.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A request or an answer as it was on the wire.
 *
 * @param headers in the order and case of the wire
 * @param body the first bytes of the body, as many as the journal keeps
 * @param bodyBytes length of the whole body
 */
public record Message(List<Map.Entry<String, String>> headers, byte[] body, long bodyBytes) {
  /** A message of which nothing was seen. */
  public static final Message NONE = new Message(List.of(), new byte[0], 0);

  /** Copies the list; the bytes are shared and must not be changed. */
  public Message {
    headers = List.copyOf(headers);
  }

  /** Whether the journal kept less than the whole body. */
  public boolean truncated() {
    return body.length < bodyBytes;
  }

  /** The kept part of the body as UTF-8. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message(var otherHeaders, var otherBody, var otherBytes)
        && headers.equals(otherHeaders)
        && Arrays.equals(body, otherBody)
        && bodyBytes == otherBytes;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * headers.hashCode() + Arrays.hashCode(body)) + Long.hashCode(bodyBytes);
  }

  @Override
  public String toString() {
    return headers + " " + bodyText() + (truncated() ? "... (" + bodyBytes + " bytes)" : "");
  }
}
