package dev.assay.proxy;

import java.time.Duration;

/**
 * How long the proxy waits.
 *
 * @param connect how long a connection to the store may take
 * @param upstream how long the store may be silent while a request waits for it
 * @param client how long a client may neither send nor take the bytes of an exchange under way
 * @param upstreamIdle how long an unused connection to the store is kept; shorter than stores keep
 *     theirs (Node's servers: 5 s), because a request on a connection that the store is closing
 *     fails
 */
public record Patience(
    Duration connect, Duration upstream, Duration client, Duration upstreamIdle) {
  /** Like that of the SDKs. */
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(4));
}
