package dev.assay.proxy.route;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The upstreams of the region that the client signed for, by weight; those without a region serve
 * every region that nobody names. Never another region: a client that signs for one expects its
 * data.
 */
record SignedRegion() implements RoutingPolicy.Choice {
  @Override
  public Optional<Upstream> choose(
      List<Candidate> candidates, String signedRegion, LongSupplier draw) {
    List<Candidate> named = in(signedRegion, candidates);
    List<Candidate> serving = named.isEmpty() ? in("", candidates) : named;
    return serving.isEmpty()
        ? Optional.empty()
        : new Weighted().choose(serving, signedRegion, draw);
  }

  private static List<Candidate> in(String region, List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.upstream().region().equals(region))
        .toList();
  }
}
