package dev.assay.proxy.route;

/** What one health check found. */
public sealed interface ProbeResult {
  /** The upstream is there, and took so long to say so. */
  record Passed(long latencyNanos) implements ProbeResult {}

  /** It is not; the reason is the rest of a sentence. */
  record Failed(String reason) implements ProbeResult {}
}
