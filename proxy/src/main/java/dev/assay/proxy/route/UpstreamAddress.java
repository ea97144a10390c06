package dev.assay.proxy.route;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the store is.
 *
 * @param tls whether it speaks https
 * @param port 1 to 65535
 */
public record UpstreamAddress(boolean tls, String host, int port) {

  /**
   * Reads a URL of scheme http or https without a path.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static UpstreamAddress parse(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("upstream is not a URL: " + e.getMessage(), e);
    }
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    if (!tls && !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException(
          "upstream must begin with http:// or https://, was \"" + url + "\"");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("upstream must name a host, was \"" + url + "\"");
    }
    if (uri.getRawPath() != null && !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw new IllegalArgumentException("upstream must not have a path, was \"" + url + "\"");
    }
    int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "upstream must have a port between 1 and 65535, was \"" + url + "\"");
    }
    return new UpstreamAddress(tls, bare(uri.getHost()), port);
  }

  /** The host of an IPv6 URL stands in brackets; that of a socket does not. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Scheme, host and port. */
  public URI uri() {
    return URI.create(toString());
  }

  /** Host and port as they stand in a Host header. */
  public String authority() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return (tls ? "https://" : "http://") + authority();
  }
}
