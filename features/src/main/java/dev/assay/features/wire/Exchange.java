package dev.assay.features.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and what came of it.
 *
 * @param operation what the target header named, or the method and path where there was none
 * @param took from the first byte sent to the last byte received, or to the failure
 * @param reply empty when none came
 * @param failure why none came
 */
public record Exchange(
    Instant startedAt,
    Duration took,
    String operation,
    String method,
    String uri,
    Headers requestHeaders,
    Evidence requestBody,
    Optional<Reply> reply,
    Optional<String> failure) {

  /** The response of an exchange that has one. */
  public record Reply(int status, Headers headers, Evidence body) {}
}
