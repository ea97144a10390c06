package dev.assay.features.wire;

import java.net.URI;

/** What goes over the wire, in both directions. */
public sealed interface HttpMessage {
  Headers headers();

  Body body();

  /** A request, before or after signing. */
  record Request(String method, URI uri, Headers headers, Body body) implements HttpMessage {
    public Request with(Headers other) {
      return new Request(method, uri, other, body);
    }
  }

  /** A response as it arrived. */
  record Response(int status, Headers headers, Body body) implements HttpMessage {}
}
