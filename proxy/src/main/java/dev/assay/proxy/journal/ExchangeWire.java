package dev.assay.proxy.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.wire.ValueIn;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as a self-describing Chronicle document: fields have names, so that old journals stay
 * readable.
 */
final class ExchangeWire {
  private ExchangeWire() {}

  static void write(Exchange exchange, WireOut wire) {
    Times times = exchange.times();
    wire.write("sequence").int64(exchange.sequence());
    wire.write("received").int64(times.receivedNanos());
    wire.write("forwarded").int64(times.forwardedNanos());
    wire.write("firstByteBack").int64(times.firstByteBackNanos());
    wire.write("answered").int64(times.answeredNanos());
    wire.write("client").text(exchange.client());
    wire.write("scenario").text(exchange.scenario());
    wire.write("method").text(exchange.method());
    wire.write("operation").text(exchange.operation());
    writeTexts(exchange.tables(), wire, "tables");
    wire.write("status").int32(exchange.status());
    wire.write("errorType").text(exchange.errorType());
    wire.write("outcome").text(exchange.outcome().name());
    wire.write("detail").text(exchange.detail());
    List<String> touches = new ArrayList<>();
    for (Touch touch : exchange.touchedBy()) {
      touches.add(touch.rule());
      touches.add(touch.kind());
    }
    writeTexts(touches, wire, "touchedBy");
    wire.write("storeSaw").text(exchange.storeSaw().name());
    wire.write("storeApplied").text(exchange.storeApplied().name());
    writeMessage(exchange.request(), wire, "request");
    writeMessage(exchange.response(), wire, "response");
    wire.write("upstream").text(exchange.upstream());
  }

  static Exchange read(WireIn wire) {
    long sequence = wire.read("sequence").int64();
    Times times =
        new Times(
            wire.read("received").int64(),
            wire.read("forwarded").int64(),
            wire.read("firstByteBack").int64(),
            wire.read("answered").int64());
    String client = text(wire, "client");
    Exchange read =
        new Exchange(
            sequence,
            times,
            client,
            "",
            text(wire, "scenario"),
            text(wire, "method"),
            text(wire, "operation"),
            readTexts(wire, "tables"),
            wire.read("status").int32(),
            text(wire, "errorType"),
            Outcome.valueOf(text(wire, "outcome")),
            text(wire, "detail"),
            touches(readTexts(wire, "touchedBy")),
            Knowledge.valueOf(text(wire, "storeSaw")),
            Knowledge.valueOf(text(wire, "storeApplied")),
            readMessage(wire, "request"),
            readMessage(wire, "response"));
    // Journals of earlier versions end here.
    return read.routedTo(text(wire, "upstream"));
  }

  private static String text(WireIn wire, String field) {
    @Nullable String text = wire.read(field).text();
    return text == null ? "" : text;
  }

  /**
   * Lists are a count and so many values: Chronicle's own sequences cost a lambda and gain nothing
   * here.
   */
  private static void writeTexts(List<String> texts, WireOut wire, String field) {
    wire.write(field).int32(texts.size());
    for (String text : texts) {
      wire.getValueOut().text(text);
    }
  }

  private static List<String> readTexts(WireIn wire, String field) {
    int count = wire.read(field).int32();
    List<String> texts = new ArrayList<>(count);
    ValueIn values = wire.getValueIn();
    for (int i = 0; i < count; i++) {
      @Nullable String text = values.text();
      texts.add(text == null ? "" : text);
    }
    return texts;
  }

  private static List<Touch> touches(List<String> flat) {
    List<Touch> touches = new ArrayList<>(flat.size() / 2);
    for (int i = 0; i < flat.size(); i += 2) {
      touches.add(new Touch(flat.get(i), flat.get(i + 1)));
    }
    return touches;
  }

  private static void writeMessage(Message message, WireOut wire, String field) {
    List<String> headers = new ArrayList<>();
    for (Map.Entry<String, String> header : message.headers()) {
      headers.add(header.getKey());
      headers.add(header.getValue());
    }
    writeTexts(headers, wire, field + "Headers");
    wire.write(field + "Bytes").int64(message.bodyBytes());
    wire.write(field + "Body").bytes(message.body());
  }

  private static Message readMessage(WireIn wire, String field) {
    List<String> flat = readTexts(wire, field + "Headers");
    List<Map.Entry<String, String>> headers = new ArrayList<>(flat.size() / 2);
    for (int i = 0; i < flat.size(); i += 2) {
      headers.add(Map.entry(flat.get(i), flat.get(i + 1)));
    }
    long bodyBytes = wire.read(field + "Bytes").int64();
    byte @Nullable [] body = wire.read(field + "Body").bytes();
    return new Message(headers, body == null ? new byte[0] : body, bodyBytes);
  }
}
