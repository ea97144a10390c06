package dev.assay.reports.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, as seen on the wire.
 *
 * @param response null when the connection ended without one
 * @param at when the request was sent
 * @param elapsed from the request's first byte to the response's last, or to giving up
 */
public record Exchange(Request request, @Nullable Response response, Instant at, Duration elapsed) {

  /** The request as sent, credentials blackened. */
  public record Request(String method, String uri, List<Header> headers, Body body) {
    public Request {
      headers = headers.stream().map(Header::withoutSecrets).toList();
    }
  }

  /** The response as received. */
  public record Response(int status, List<Header> headers, Body body) {
    public Response {
      headers = List.copyOf(headers);
    }
  }
}
