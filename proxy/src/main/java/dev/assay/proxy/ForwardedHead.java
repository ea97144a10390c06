package dev.assay.proxy;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.route.UpstreamAddress;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Locale;

/**
 * Heads as they are passed on: all headers in their order and case, except those that speak about
 * one connection only (RFC 9110, 7.6.1). Transfer-Encoding stays, because the bodies stay as they
 * are. The Host header stays too: it is part of what the client signed, so a store that checks
 * signatures must see the host that the client meant.
 */
final class ForwardedHead {
  private static final List<String> ABOUT_THE_CONNECTION =
      List.of("Connection", "Keep-Alive", "Proxy-Connection", "TE", "Upgrade");

  private ForwardedHead() {}

  static HttpRequest of(HttpRequest request, UpstreamAddress upstream) {
    HttpHeaders headers = request.headers().copy();
    dropConnectionHeaders(headers);
    // The proxy has told the client to go on; the store need not.
    headers.remove(HttpHeaderNames.EXPECT);
    if (!signed(Exchange.SCENARIO_HEADER, headers)) {
      headers.remove(Exchange.SCENARIO_HEADER);
    }
    if (!headers.contains(HttpHeaderNames.HOST)) {
      headers.set(HttpHeaderNames.HOST, upstream.host() + ":" + upstream.port());
    }
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(), request.uri(), headers);
  }

  static HttpResponse of(HttpResponse response) {
    HttpHeaders headers = response.headers().copy();
    dropConnectionHeaders(headers);
    return new DefaultHttpResponse(HttpVersion.HTTP_1_1, response.status(), headers);
  }

  private static void dropConnectionHeaders(HttpHeaders headers) {
    for (String listed : headers.getAll(HttpHeaderNames.CONNECTION)) {
      for (String name : listed.split(",")) {
        if (!name.isBlank()) {
          headers.remove(name.trim());
        }
      }
    }
    for (String name : ABOUT_THE_CONNECTION) {
      headers.remove(name);
    }
  }

  /** A signed header may not be taken away: the signature would no longer hold. */
  private static boolean signed(String header, HttpHeaders headers) {
    String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
    return authorization != null && authorization.toLowerCase(Locale.ROOT).contains(header);
  }
}
