package dev.assay.fault;

/**
 * Who sent a request.
 *
 * @param accessKeyId from its Authorization header, or the empty string
 * @param region the region that it was signed for, or the empty string
 * @param address the client's IP address
 * @param port the client's port
 */
public record Origin(String accessKeyId, String region, String address, int port) {
  /** Of whom nothing is known. */
  public static final Origin UNKNOWN = new Origin("", "", "", 0);

  /** Whether a rule that names this client means it: by key id, address, or address and port. */
  boolean isCalled(String name) {
    return name.equals(accessKeyId) || isAt(name);
  }

  /** Whether it has this address, with or without its port. */
  boolean isAt(String name) {
    return name.equals(address) || name.equals(address + ":" + port);
  }
}
