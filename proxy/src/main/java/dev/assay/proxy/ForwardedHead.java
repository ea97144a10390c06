package dev.assay.proxy;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.route.UpstreamAddress;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Locale;

/**
 * Heads as they are passed on: all headers in their order and case, except those that speak about
 * one connection only (RFC 9110, 7.6.1). Transfer-Encoding stays, because the bodies stay as they
 * are. The Host header stays too: it is part of what the client signed, so a store that checks
 * signatures must see the host that the client meant.
 */
final class ForwardedHead {
  private static final List<AsciiString> ABOUT_THE_CONNECTION =
      List.of(
          HttpHeaderNames.CONNECTION,
          AsciiString.cached("keep-alive"),
          AsciiString.cached("proxy-connection"),
          HttpHeaderNames.TE,
          HttpHeaderNames.UPGRADE);

  private static final AsciiString SCENARIO = AsciiString.cached(Exchange.SCENARIO_HEADER);

  private ForwardedHead() {}

  /** The request's own headers are left as they are: the journal shows what the client sent. */
  static HttpRequest of(HttpRequest request, UpstreamAddress upstream) {
    HttpHeaders sent = request.headers();
    boolean asItIs =
        request.protocolVersion().equals(HttpVersion.HTTP_1_1)
            && sent.contains(HttpHeaderNames.HOST)
            && !sent.contains(HttpHeaderNames.EXPECT)
            && !sent.contains(SCENARIO)
            && !speaksAboutTheConnection(sent);
    if (asItIs) {
      return request;
    }
    HttpHeaders headers = sent.copy();
    dropConnectionHeaders(headers);
    // The proxy has told the client to go on; the store need not.
    headers.remove(HttpHeaderNames.EXPECT);
    if (headers.contains(SCENARIO) && !signed(Exchange.SCENARIO_HEADER, headers)) {
      headers.remove(SCENARIO);
    }
    if (!headers.contains(HttpHeaderNames.HOST)) {
      headers.set(HttpHeaderNames.HOST, upstream.host() + ":" + upstream.port());
    }
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(), request.uri(), headers);
  }

  /** The answer's headers are changed where they are: nobody needs what is taken from them. */
  static HttpResponse of(HttpResponse response) {
    dropConnectionHeaders(response.headers());
    return response.setProtocolVersion(HttpVersion.HTTP_1_1);
  }

  private static boolean speaksAboutTheConnection(HttpHeaders headers) {
    for (AsciiString name : ABOUT_THE_CONNECTION) {
      if (headers.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static void dropConnectionHeaders(HttpHeaders headers) {
    if (headers.contains(HttpHeaderNames.CONNECTION)) {
      for (String listed : headers.getAll(HttpHeaderNames.CONNECTION)) {
        for (String name : listed.split(",")) {
          if (!name.isBlank()) {
            headers.remove(name.trim());
          }
        }
      }
    }
    for (AsciiString name : ABOUT_THE_CONNECTION) {
      headers.remove(name);
    }
  }

  /** A signed header may not be taken away: the signature would no longer hold. */
  private static boolean signed(String header, HttpHeaders headers) {
    String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
    return authorization != null && authorization.toLowerCase(Locale.ROOT).contains(header);
  }
}
