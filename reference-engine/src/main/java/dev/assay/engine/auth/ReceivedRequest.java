package dev.assay.engine.auth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as its client sent it, before anything was decoded: what a signature covers.
 *
 * @param uri path and query as in the request line
 * @param headers values in the order sent, by names in lower case
 * @param payloadSha256 of the body as it came over the wire, in lower-case hexadecimal
 * @param sourceIp the client's address
 */
public record ReceivedRequest(
    String method,
    String uri,
    Map<String, List<String>> headers,
    String payloadSha256,
    String sourceIp) {
  public ReceivedRequest {
    headers = new TreeMap<>(headers);
  }

  /** This request with the hash of its body. */
  public ReceivedRequest withPayload(String sha256) {
    return new ReceivedRequest(method, uri, headers, sha256, sourceIp);
  }

  /** The first value of a header; null without one. */
  @Nullable String header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null ? null : values.getFirst();
  }

  String path() {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  /** The query as sent, without the question mark; empty without one. */
  String query() {
    int query = uri.indexOf('?');
    return query < 0 ? "" : uri.substring(query + 1);
  }
}
