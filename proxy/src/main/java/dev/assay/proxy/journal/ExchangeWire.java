package dev.assay.proxy.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.bytes.Bytes;

/**
 * Exchanges as the bytes of a Chronicle document: a version, the length of all, and for each
 * exchange its fields in the order of the record. Several share a document, because what a document
 * costs is paid once then, and because a text that stood in it before is only pointed at: most of
 * an exchange's heads is the same in the next one. Written by hand, because the writer shares the
 * processor with the wire, and Chronicle's own self-describing form took most of its time
 * (measured: a third of the proxy's).
 *
 * <pre>
 *   number   seven bits a byte, the lowest first; the eighth says that more follow
 *   text     number: twice its length in bytes, and its UTF-8; or twice its place among the texts
 *            that the document keeps, and one
 * </pre>
 */
final class ExchangeWire {
  /** Stands before each document's exchanges and changes whenever the fields do. */
  static final int VERSION = 0xA55A_0004;

  private final KnownTexts known = new KnownTexts();
  private byte[] buffer = new byte[64 << 10];
  private int length;

  /** Makes the document of these exchanges, and says how many bytes; one thread's. */
  int write(List<Exchange> exchanges, Bytes<?> document) {
    length = 0;
    known.forget();
    exchanges.forEach(this::put);
    document.writeInt(VERSION);
    document.writeInt(length);
    // One call: each looks again whether the document is still there and this thread's.
    document.write(buffer, 0, length);
    return 2 * Integer.BYTES + length;
  }

  private void put(Exchange exchange) {
    Times times = exchange.times();
    put(exchange.sequence());
    put(times.receivedNanos());
    sincePut(times.forwardedNanos(), times);
    sincePut(times.firstByteBackNanos(), times);
    sincePut(times.answeredNanos(), times);
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
  }

  /**
   * Zero, a moment that never was, or one more than the time since the beginning, which is less.
   */
  private void sincePut(long nanos, Times times) {
    long since = nanos - times.receivedNanos();
    if (nanos == 0) {
      put(0L);
    } else {
      // Zigzag: a clock that was set back makes it negative.
      put(1 + ((since << 1) ^ (since >> 63)));
    }
  }

  private void put(Message message) {
    put(message.headers().size());
    for (Map.Entry<String, String> header : message.headers()) {
      put(header.getKey());
      put(header.getValue());
    }
    put(message.bodyBytes());
    put(message.body().length);
    putBytes(message.body());
  }

  private void put(String text) {
    int place = known.placeOf(text);
    if (place >= 0) {
      put(2L * place + 1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      put(2L * bytes.length);
      putBytes(bytes);
    }
  }

  private void putBytes(byte[] bytes) {
    require(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void put(long number) {
    require(10);
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      buffer[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[length++] = (byte) rest;
  }

  private void require(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
