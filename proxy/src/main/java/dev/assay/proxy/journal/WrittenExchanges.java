package dev.assay.proxy.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.bytes.Bytes;

/** The exchanges of one document, as {@link ExchangeWire} wrote them, one after the other. */
final class WrittenExchanges {
  private static final String TOO_SHORT = "The journal is damaged: a document ends too early.";

  private final ByteBuffer in;
  private final List<String> known = new ArrayList<>();

  /**
   * @throws JournalException when another version of Assay wrote the document
   */
  WrittenExchanges(Bytes<?> document) {
    if (document.readRemaining() < 2 * Integer.BYTES
        || document.readInt() != ExchangeWire.VERSION) {
      throw new JournalException("The journal was written by another version of Assay.");
    }
    int length = document.readInt();
    if (length < 0 || length > document.readRemaining()) {
      throw new JournalException(TOO_SHORT);
    }
    byte[] fields = new byte[length];
    document.read(fields);
    in = ByteBuffer.wrap(fields);
  }

  boolean more() {
    return in.hasRemaining();
  }

  /**
   * @throws JournalException when the bytes are none that were written so
   */
  Exchange next() {
    try {
      return read();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new JournalException(TOO_SHORT, e);
    }
  }

  private Exchange read() {
    return new Exchange(
        number(),
        times(),
        text(),
        text(),
        text(),
        text(),
        text(),
        texts(),
        count(),
        text(),
        Outcome.valueOf(text()),
        text(),
        touches(),
        Knowledge.valueOf(text()),
        Knowledge.valueOf(text()),
        message(),
        message());
  }

  private Times times() {
    long received = number();
    return new Times(received, since(received), since(received), since(received));
  }

  private long since(long received) {
    long told = number();
    if (told == 0) {
      return 0;
    }
    long zigzag = told - 1;
    return received + ((zigzag >>> 1) ^ -(zigzag & 1));
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte seven = in.get();
      number |= (seven & 0x7FL) << shift;
      if (seven >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number without end");
  }

  private int count() {
    return Math.toIntExact(number());
  }

  private String text() {
    long told = number();
    if ((told & 1) == 1) {
      return known.get(Math.toIntExact(told >>> 1));
    }
    String text = new String(bytes(Math.toIntExact(told >>> 1)), StandardCharsets.UTF_8);
    if (KnownTexts.keeps(text) && known.size() < KnownTexts.MOST) {
      known.add(text);
    }
    return text;
  }

  private byte[] bytes(int length) {
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private List<String> texts() {
    int count = count();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private List<Touch> touches() {
    int count = count();
    List<Touch> touches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      touches.add(new Touch(text(), text()));
    }
    return touches;
  }

  private Message message() {
    int count = count();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(Map.entry(text(), text()));
    }
    long bodyBytes = number();
    return new Message(headers, bytes(count()), bodyBytes);
  }
}
