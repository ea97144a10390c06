package dev.assay.reports;

import dev.assay.reports.event.Body;
import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Exchange.Request;
import dev.assay.reports.event.Exchange.Response;
import dev.assay.reports.event.Header;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An exchange as people read it: start line, headers, body. */
final class ExchangeText {

  private static final String TARGET_HEADER = "x-amz-target";

  private ExchangeText() {}

  /** What the exchange was in a few words, for example {@code PutItem → 400}. */
  static String title(Exchange exchange) {
    Request request = exchange.request();
    String what =
        request.headers().stream()
            .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(TARGET_HEADER))
            .map(header -> header.value().substring(header.value().lastIndexOf('.') + 1))
            .findFirst()
            .orElse(request.method() + " " + request.uri());
    Response response = exchange.response();
    return what + " → " + (response == null ? "no response" : response.status());
  }

  static String request(Request request) {
    return message(request.method() + " " + request.uri(), request.headers(), request.body());
  }

  static String response(Exchange exchange) {
    Response response = exchange.response();
    return response == null
        ? "(the connection ended without a response after " + millis(exchange.elapsed()) + ")"
        : message("HTTP " + response.status(), response.headers(), response.body());
  }

  static String both(Exchange exchange) {
    return "%s  %s%n%n%s%n%n%s%n"
        .formatted(
            exchange.at(),
            millis(exchange.elapsed()),
            request(exchange.request()),
            response(exchange));
  }

  static String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return millis < 10
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : millis < 10_000
            ? String.format(Locale.ROOT, "%.0f ms", millis)
            : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  private static String message(String startLine, List<Header> headers, Body body) {
    StringBuilder text = new StringBuilder(startLine);
    for (Header header : headers) {
      text.append('\n').append(header.name()).append(": ").append(header.value());
    }
    if (!body.text().isEmpty()) {
      text.append("\n\n").append(JsonText.indented(body.text()));
    }
    if (body.isTruncated()) {
      text.append(
          String.format(
              Locale.ROOT, "\n… (%,d of %,d bytes kept)", Body.LIMIT_BYTES, body.totalBytes()));
    }
    return text.toString();
  }
}
