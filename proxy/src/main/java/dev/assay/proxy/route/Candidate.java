package dev.assay.proxy.route;

/** An upstream with what is known of its health. */
record Candidate(Upstream upstream, Health health) {
  boolean healthy() {
    return health.healthy();
  }
}
