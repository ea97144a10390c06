package dev.assay.proxy.route;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The usable upstream whose health checks were answered soonest. Before anything is measured the
 * first one: an upstream that has not answered yet cannot claim to be near.
 */
record LeastLatency() implements RoutingPolicy.Choice {
  @Override
  public Optional<Upstream> choose(
      List<Candidate> candidates, String signedRegion, LongSupplier draw) {
    return RoutingPolicy.usable(candidates).stream()
        .min(
            Comparator.comparingLong(
                candidate -> candidate.health().latencyNanos().orElse(Long.MAX_VALUE)))
        .map(Candidate::upstream);
  }
}
