package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** An address to listen on, as options give it. */
final class HostAndPort {
  private HostAndPort() {}

  /**
   * The address of {@code HOST:PORT}; {@code [::1]:PORT} for IPv6.
   *
   * @throws Refusal naming the option when it is none
   */
  static InetSocketAddress parse(String option, String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw Refusal.usage(
          option + " must be HOST:PORT, for example 127.0.0.1:8000, was '" + text + "'");
    }
    String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
    try {
      return of(option, host, Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw Refusal.usage(option + " must end with a port number, was '" + text + "'");
    }
  }

  /**
   * The address of a host and a port.
   *
   * @param port 0 to 65535; 0 takes a free one
   * @throws Refusal naming the option when there is no such address
   */
  static InetSocketAddress of(String option, String host, int port) {
    if (port < 0 || port > 65_535) {
      throw Refusal.usage(option + " must have a port between 0 and 65535, was " + port);
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw Refusal.usage(option + " names the host '" + host + "', which is unknown");
    }
  }

  /** The URL by which clients on this machine reach it. */
  static String url(InetSocketAddress address) {
    return url(false, address);
  }

  /** The URL by which clients on this machine reach it, over TLS or not. */
  static String url(boolean tls, InetSocketAddress address) {
    String host =
        address.getAddress().isAnyLocalAddress()
            ? "127.0.0.1"
            : address.getAddress().getHostAddress();
    return (tls ? "https://" : "http://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + address.getPort();
  }
}
