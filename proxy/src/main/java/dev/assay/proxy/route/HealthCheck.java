package dev.assay.proxy.route;

import java.time.Duration;

/**
 * How upstreams are checked.
 *
 * @param kind what is asked
 * @param interval from the end of one check to the begin of the next
 * @param timeout how long one check may take
 * @param failureThreshold so many failures in a row make an upstream unhealthy
 * @param recoveryThreshold so many passes in a row make it healthy again
 */
public record HealthCheck(
    Kind kind, Duration interval, Duration timeout, int failureThreshold, int recoveryThreshold) {

  /** What a check asks. */
  public sealed interface Kind {
    /**
     * An HTTP request, passed by a status of 2xx or 3xx, as in Route 53.
     *
     * @param method GET or HEAD
     * @param path begins with a slash
     */
    record Http(String method, String path) implements Kind {}

    /** A connection, TLS included where the upstream speaks it. */
    record Tcp() implements Kind {}
  }

  /**
   * Route 53's fast checks: every 10 seconds, three in a row; GET of the root, within 4 seconds.
   */
  public static final HealthCheck DEFAULT =
      new HealthCheck(
          new Kind.Http("GET", "/"), Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 3);
}
