package dev.assay.engine.auth;

import org.jspecify.annotations.Nullable;

/** The credential of a signature: {@code key/date/region/service/aws4_request}. */
record CredentialScope(
    String accessKeyId, String date, String region, String service, String terminator) {

  /** Reads a credential; null if it does not have five parts. */
  static @Nullable CredentialScope parse(String credential) {
    String[] parts = credential.split("/", -1);
    return parts.length == 5
        ? new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4])
        : null;
  }

  /** Without the key: what the string to sign names. */
  String text() {
    return date + '/' + region + '/' + service + '/' + terminator;
  }
}
