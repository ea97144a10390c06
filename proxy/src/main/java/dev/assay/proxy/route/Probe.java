package dev.assay.proxy.route;

import java.util.function.Consumer;

/** Checks an upstream once. */
@FunctionalInterface
public interface Probe {
  /** Tells the result exactly once, from any thread. */
  void check(Upstream upstream, HealthCheck how, Consumer<ProbeResult> done);
}
