package dev.assay.engine.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calculates signatures of version 4, as "Create a signed AWS API request" of the IAM User Guide
 * defines them.
 *
 * @param scope of the credential
 * @param timestamp such as {@code 20150830T123600Z}
 * @param signedHeaders names in lower case, in the order given
 */
record Signature(CredentialScope scope, String timestamp, List<String> signedHeaders) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** The signature in lower-case hexadecimal. */
  String of(ReceivedRequest request, String payloadHash, String secretAccessKey) {
    String stringToSign =
        String.join(
            "\n",
            ALGORITHM,
            timestamp,
            scope.text(),
            Digests.sha256Hex(canonicalRequest(request, payloadHash)));
    byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(scope.date(), scope.region(), scope.service(), scope.terminator())) {
      key = Digests.hmacSha256(key, part);
    }
    return Digests.hex(Digests.hmacSha256(key, stringToSign));
  }

  String canonicalRequest(ReceivedRequest request, String payloadHash) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders) {
      headers.append(name).append(':').append(canonicalHeader(request, name)).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        canonicalPath(request.path()),
        QueryParameters.of(request.query()).canonical(),
        headers,
        String.join(";", signedHeaders),
        payloadHash);
  }

  private static String canonicalHeader(ReceivedRequest request, String name) {
    Map<String, List<String>> headers = request.headers();
    return headers.getOrDefault(name, List.of()).stream()
        .map(value -> value.trim().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  /** The path without its dot segments, each segment encoded once more than it was sent. */
  private static String canonicalPath(String path) {
    ArrayDeque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(UriText.encode(segment));
      }
    }
    String joined = '/' + String.join("/", segments);
    return path.endsWith("/") && !segments.isEmpty() ? joined + '/' : joined;
  }
}
