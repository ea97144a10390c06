package dev.assay.proxy.route;

import java.time.Duration;

/** Checks every upstream again and again and keeps the router informed. */
public final class HealthMonitor {
  private final Router router;
  private final HealthCheck check;
  private final Probe probe;
  private final Scheduler scheduler;
  private volatile boolean stopped;

  /**
   * @param scheduler and probe may use any threads; a stopped monitor ignores what still comes
   */
  public HealthMonitor(Router router, HealthCheck check, Probe probe, Scheduler scheduler) {
    this.router = router;
    this.check = check;
    this.probe = probe;
    this.scheduler = scheduler;
  }

  /** Begins at once with all upstreams. */
  public void start() {
    router.routing().upstreams().forEach(this::look);
  }

  /** Checks no more. */
  public void stop() {
    stopped = true;
  }

  private void look(Upstream upstream) {
    if (!stopped) {
      probe.check(upstream, check, result -> told(upstream, result));
    }
  }

  private void told(Upstream upstream, ProbeResult result) {
    if (stopped) {
      return;
    }
    router.checked(upstream, result, check);
    Duration pause = check.interval();
    scheduler.after(pause, () -> look(upstream));
  }
}
