package dev.assay.proxy;

import java.net.InetSocketAddress;

/** Another program listens on an address that the proxy was to listen on. */
public final class PortInUseException extends ProxyStartException {
  private static final long serialVersionUID = 1L;

  private final transient InetSocketAddress address;

  PortInUseException(String role, InetSocketAddress address, Throwable cause) {
    super(
        "The "
            + role
            + " cannot listen on "
            + address.getHostString()
            + ":"
            + address.getPort()
            + ": the port is in use; stop the program that holds it or choose another port.",
        cause);
    this.address = address;
  }

  /** The address that was asked for. */
  public InetSocketAddress address() {
    return address;
  }
}
