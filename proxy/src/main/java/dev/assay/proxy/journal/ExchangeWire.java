package dev.assay.proxy.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.bytes.Bytes;

/**
 * Exchanges as the bytes of a Chronicle document, each as a version, a length, and the fields in
 * the order of the record. Several share a document, because what a document costs is paid once
 * then. Written by hand, because the writer shares the processor with the wire, and Chronicle's own
 * self-describing form took most of its time (measured: a third of the proxy's).
 */
final class ExchangeWire {
  /** Stands before each exchange and changes whenever the fields do. */
  private static final int VERSION = 0xA55A_0003;

  private byte[] buffer = new byte[8 << 10];
  private int length;

  /** Appends to the document, and says how many bytes; the instance is one thread's. */
  int write(List<Exchange> exchanges, Bytes<?> document) {
    length = 0;
    exchanges.forEach(this::put);
    // One call: each looks again whether the document is still there and this thread's.
    document.write(buffer, 0, length);
    return length;
  }

  private void put(Exchange exchange) {
    put(VERSION);
    int lengthAt = length;
    put(0);
    Times times = exchange.times();
    put(exchange.sequence());
    put(times.receivedNanos());
    put(times.forwardedNanos());
    put(times.firstByteBackNanos());
    put(times.answeredNanos());
    put(exchange.client());
    put(exchange.upstream());
    put(exchange.scenario());
    put(exchange.method());
    put(exchange.operation());
    put(exchange.tables().size());
    exchange.tables().forEach(this::put);
    put(exchange.status());
    put(exchange.errorType());
    put(exchange.outcome().name());
    put(exchange.detail());
    put(exchange.touchedBy().size());
    for (Touch touch : exchange.touchedBy()) {
      put(touch.rule());
      put(touch.kind());
    }
    put(exchange.storeSaw().name());
    put(exchange.storeApplied().name());
    put(exchange.request());
    put(exchange.response());
    int end = length;
    length = lengthAt;
    put(end - lengthAt - Integer.BYTES);
    length = end;
  }

  private void put(Message message) {
    put(message.headers().size());
    for (Map.Entry<String, String> header : message.headers()) {
      put(header.getKey());
      put(header.getValue());
    }
    put(message.bodyBytes());
    put(message.body());
  }

  private void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(byte[] bytes) {
    put(bytes.length);
    require(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void put(int number) {
    require(Integer.BYTES);
    buffer[length++] = (byte) (number >> 24);
    buffer[length++] = (byte) (number >> 16);
    buffer[length++] = (byte) (number >> 8);
    buffer[length++] = (byte) number;
  }

  private void put(long number) {
    put((int) (number >> 32));
    put((int) number);
  }

  private void require(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }

  /** Whether another exchange follows in the document. */
  static boolean more(Bytes<?> document) {
    // Chronicle fills a document up to a multiple of four bytes.
    return document.readRemaining() >= 2 * Integer.BYTES;
  }

  /**
   * Reads the next of what {@link #write} wrote.
   *
   * @throws JournalException when another version of Assay wrote it
   */
  static Exchange read(Bytes<?> document) {
    if (!more(document) || bigEndian(document) != VERSION) {
      throw new JournalException("The journal was written by another version of Assay.");
    }
    byte[] fields = new byte[bigEndian(document)];
    document.read(fields);
    return read(ByteBuffer.wrap(fields));
  }

  private static int bigEndian(Bytes<?> document) {
    return Integer.reverseBytes(document.readInt());
  }

  private static Exchange read(ByteBuffer in) {
    return new Exchange(
        in.getLong(),
        new Times(in.getLong(), in.getLong(), in.getLong(), in.getLong()),
        text(in),
        text(in),
        text(in),
        text(in),
        text(in),
        texts(in, in.getInt()),
        in.getInt(),
        text(in),
        Outcome.valueOf(text(in)),
        text(in),
        touches(in),
        Knowledge.valueOf(text(in)),
        Knowledge.valueOf(text(in)),
        message(in),
        message(in));
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  private static List<String> texts(ByteBuffer in, int count) {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return texts;
  }

  private static List<Touch> touches(ByteBuffer in) {
    int count = in.getInt();
    List<Touch> touches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      touches.add(new Touch(text(in), text(in)));
    }
    return touches;
  }

  private static Message message(ByteBuffer in) {
    int count = in.getInt();
    List<Map.Entry<String, String>> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      headers.add(Map.entry(text(in), text(in)));
    }
    long bodyBytes = in.getLong();
    return new Message(headers, bytes(in), bodyBytes);
  }
}
