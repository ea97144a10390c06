package dev.assay.cli.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads HTTP/1.1 responses of one connection, piece by piece, and only as closely as it takes to
 * find their end.
 */
final class ResponseReader {
  private static final int MAX_LINE_BYTES = 16_384;

  private enum State {
    STATUS_LINE,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final byte[] line = new byte[MAX_LINE_BYTES];
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private State state = State.STATUS_LINE;
  private int lineLength;
  private int status;
  private long remaining;
  private boolean chunked;
  private boolean closing;
  private boolean keepBody;

  /** Prepares for the next response. */
  void expect(boolean keepItsBody) {
    state = State.STATUS_LINE;
    lineLength = 0;
    remaining = 0;
    chunked = false;
    closing = false;
    keepBody = keepItsBody;
    kept.reset();
  }

  /**
   * Takes what has arrived.
   *
   * @return whether the response is complete
   * @throws MalformedResponseException when it is none
   */
  boolean read(ByteBuffer bytes) throws MalformedResponseException {
    while (bytes.hasRemaining()) {
      boolean complete =
          switch (state) {
            case BODY, CHUNK -> readBody(bytes);
            case STATUS_LINE, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(bytes) && take();
          };
      if (complete) {
        return true;
      }
    }
    return false;
  }

  int status() {
    return status;
  }

  /** Whether the server closes the connection after this response. */
  boolean closing() {
    return closing;
  }

  Reply reply() {
    return keepBody || status != 200
        ? new Reply.Http(status, kept.toString(StandardCharsets.UTF_8))
        : Reply.OK_UNREAD;
  }

  private boolean readLine(ByteBuffer bytes) throws MalformedResponseException {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        if (lineLength > 0 && line[lineLength - 1] == '\r') {
          lineLength--;
        }
        return true;
      }
      if (lineLength == line.length) {
        throw new MalformedResponseException("a header line of over " + MAX_LINE_BYTES + " bytes");
      }
      line[lineLength++] = next;
    }
    return false;
  }

  /** Takes a whole line; true when it was the last of the response. */
  private boolean take() throws MalformedResponseException {
    boolean complete = false;
    switch (state) {
      case STATUS_LINE -> takeStatus();
      case HEADER -> {
        if (lineLength == 0) {
          complete = endHead();
        } else {
          takeHeader();
        }
      }
      case CHUNK_SIZE -> {
        remaining = number(text().replaceFirst("[;\\s].*", ""), 16);
        state = remaining == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> complete = lineLength == 0;
      case BODY, CHUNK -> throw new IllegalStateException(state.name());
    }
    lineLength = 0;
    return complete;
  }

  private void takeStatus() throws MalformedResponseException {
    if (lineLength < 12 || line[0] != 'H' || line[4] != '/') {
      throw new MalformedResponseException("no HTTP response but '" + text() + "'");
    }
    status = 100 * (line[9] - '0') + 10 * (line[10] - '0') + line[11] - '0';
    keepBody |= status != 200;
    state = State.HEADER;
  }

  /**
   * Only three headers matter, and none of a store's usual others begins like them and has a colon
   * in the same place.
   */
  private void takeHeader() throws MalformedResponseException {
    if (lineLength > 14 && line[14] == ':' && startsWith("content-length")) {
      remaining = number(text().substring(15).strip(), 10);
    } else if (lineLength > 17 && line[17] == ':' && startsWith("transfer-encoding")) {
      chunked = text().toLowerCase(Locale.ROOT).endsWith("chunked");
    } else if (lineLength > 10 && line[10] == ':' && startsWith("connection")) {
      closing = text().toLowerCase(Locale.ROOT).endsWith("close");
    }
  }

  private boolean startsWith(String lowerCase) {
    for (int index = 0; index < lowerCase.length(); index++) {
      if ((line[index] | 0x20) != (lowerCase.charAt(index) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private boolean endHead() {
    state = chunked ? State.CHUNK_SIZE : State.BODY;
    return !chunked && remaining == 0;
  }

  private boolean readBody(ByteBuffer bytes) {
    int take = (int) Math.min(remaining, bytes.remaining());
    if (keepBody) {
      kept.write(bytes.array(), bytes.arrayOffset() + bytes.position(), take);
    }
    bytes.position(bytes.position() + take);
    remaining -= take;
    if (remaining > 0) {
      return false;
    }
    if (state == State.BODY) {
      return true;
    }
    state = State.CHUNK_END;
    return false;
  }

  private String text() {
    return new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
  }

  private static long number(String digits, int radix) throws MalformedResponseException {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      throw new MalformedResponseException("a length of '" + digits + "'");
    }
  }

  /** What came is not HTTP/1.1. */
  static final class MalformedResponseException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedResponseException(String what) {
      super("answered with " + what, null, false, false);
    }
  }
}
