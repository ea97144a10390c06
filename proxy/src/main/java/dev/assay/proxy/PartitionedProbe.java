package dev.assay.proxy;

import dev.assay.fault.RuleBook;
import dev.assay.fault.RuleId;
import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.Probe;
import dev.assay.proxy.route.ProbeResult;
import dev.assay.proxy.route.Upstream;
import java.util.Optional;
import java.util.function.Consumer;

/** Health checks on a network that rules may cut: what cuts requests off cuts them off too. */
final class PartitionedProbe implements Probe {
  private final RuleBook rules;
  private final Probe probe;

  PartitionedProbe(RuleBook rules, Probe probe) {
    this.rules = rules;
    this.probe = probe;
  }

  @Override
  public void check(Upstream upstream, HealthCheck how, Consumer<ProbeResult> done) {
    Optional<RuleId> cut =
        rules
            .current()
            .cutOff(
                new dev.assay.fault.Upstream(upstream.name(), upstream.region(), upstream.az()));
    if (cut.isPresent()) {
      done.accept(new ProbeResult.Failed("rule " + cut.get() + " cuts the network"));
    } else {
      probe.check(upstream, how, done);
    }
  }
}
