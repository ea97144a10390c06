package dev.assay.proxy.route;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A usable upstream by chance in proportion to its weight. One of weight 0 is chosen only when none
 * of another weight is healthy, as in Route 53.
 */
record Weighted() implements RoutingPolicy.Choice {
  @Override
  public Optional<Upstream> choose(
      List<Candidate> candidates, String signedRegion, LongSupplier draw) {
    List<Candidate> weighing =
        candidates.stream().filter(candidate -> candidate.upstream().weight() > 0).toList();
    List<Candidate> healthy = weighing.stream().filter(Candidate::healthy).toList();
    if (healthy.isEmpty()) {
      List<Candidate> spare =
          candidates.stream()
              .filter(candidate -> candidate.upstream().weight() == 0 && candidate.healthy())
              .toList();
      return pick(spare.isEmpty() ? (weighing.isEmpty() ? candidates : weighing) : spare, draw);
    }
    return pick(healthy, draw);
  }

  private static Optional<Upstream> pick(List<Candidate> among, LongSupplier draw) {
    if (among.size() <= 1) {
      return among.stream().map(Candidate::upstream).findFirst();
    }
    // Where all weigh nothing they weigh the same.
    boolean even = among.stream().allMatch(candidate -> candidate.upstream().weight() == 0);
    int total =
        among.stream().mapToInt(candidate -> even ? 1 : candidate.upstream().weight()).sum();
    long left = Long.remainderUnsigned(draw.getAsLong(), total);
    for (Candidate candidate : among) {
      left -= even ? 1 : candidate.upstream().weight();
      if (left < 0) {
        return Optional.of(candidate.upstream());
      }
    }
    throw new IllegalStateException("weights do not add up");
  }
}
