package dev.assay.proxy.route;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The first healthy primary, else the first healthy secondary; the first primary when nothing is
 * healthy, as Route 53 decides.
 */
record PrimarySecondary() implements RoutingPolicy.Choice {
  @Override
  public Optional<Upstream> choose(
      List<Candidate> candidates, String signedRegion, LongSupplier draw) {
    return healthy(Priority.PRIMARY, candidates)
        .or(() -> healthy(Priority.SECONDARY, candidates))
        .or(() -> first(Priority.PRIMARY, candidates))
        .or(() -> candidates.stream().map(Candidate::upstream).findFirst());
  }

  private static Optional<Upstream> healthy(Priority priority, List<Candidate> candidates) {
    return first(priority, candidates.stream().filter(Candidate::healthy).toList());
  }

  private static Optional<Upstream> first(Priority priority, List<Candidate> candidates) {
    return candidates.stream()
        .map(Candidate::upstream)
        .filter(upstream -> upstream.priority() == priority)
        .findFirst();
  }
}
