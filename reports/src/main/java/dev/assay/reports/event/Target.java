package dev.assay.reports.event;

/**
 * The store under test.
 *
 * @param version the store's own version, {@code "unknown"} if it does not tell
 * @param endpoint the URL that was certified, not that of the proxy in front of it
 */
public record Target(String name, String version, String endpoint, Mode mode) {

  /** How the exchanges reached the store. */
  public enum Mode {
    /** Through Assay's fault proxy. */
    PROXY,
    /** Straight from the client. */
    DIRECT
  }
}
