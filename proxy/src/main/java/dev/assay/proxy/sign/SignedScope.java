package dev.assay.proxy.sign;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** What a client's signature says about itself, without any check of it. */
public final class SignedScope {
  private static final String CREDENTIAL = "Credential=";

  private SignedScope() {}

  /** The region that the client signed for, the empty string when it did not sign. */
  public static String region(HttpHeaders headers) {
    String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
    if (authorization == null) {
      return "";
    }
    int start = authorization.indexOf(CREDENTIAL);
    if (start < 0) {
      return "";
    }
    // KEY/date/region/service/aws4_request
    int date = authorization.indexOf('/', start);
    int region = date < 0 ? -1 : authorization.indexOf('/', date + 1);
    int end = region < 0 ? -1 : authorization.indexOf('/', region + 1);
    return end < 0 ? "" : authorization.substring(region + 1, end);
  }
}
