package dev.assay.proxy.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** How one of several upstreams is chosen for a request. */
public enum RoutingPolicy {
  SIGNED_REGION("signed-region", new SignedRegion()),
  PRIMARY_SECONDARY("primary-secondary", new PrimarySecondary()),
  LATENCY("latency", new LeastLatency()),
  WEIGHTED("weighted", new Weighted());

  private final String word;
  private final Choice choice;

  RoutingPolicy(String word, Choice choice) {
    this.word = word;
    this.choice = choice;
  }

  /** The rule behind a policy. */
  sealed interface Choice permits SignedRegion, PrimarySecondary, LeastLatency, Weighted {
    /**
     * Chooses, or gives nothing when no candidate will do.
     *
     * @param candidates all upstreams, in the order in which they were given
     * @param signedRegion what the client signed for, the empty string when it did not sign
     * @param draw a new random number each time
     */
    Optional<Upstream> choose(List<Candidate> candidates, String signedRegion, LongSupplier draw);
  }

  /** What the user types. */
  public String word() {
    return word;
  }

  Choice choice() {
    return choice;
  }

  /**
   * The policy of that word.
   *
   * @throws IllegalArgumentException naming all policies when there is none
   */
  public static RoutingPolicy of(String word) {
    return Arrays.stream(values())
        .filter(policy -> policy.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "routing must be one of "
                        + Arrays.stream(values())
                            .map(RoutingPolicy::word)
                            .collect(Collectors.joining(", "))
                        + ", was \""
                        + word
                        + "\""));
  }

  /**
   * Those that are healthy; all of them when none is, because a health check that fails everywhere
   * is more likely to be wrong than every upstream (Route 53 decides likewise).
   */
  static List<Candidate> usable(List<Candidate> candidates) {
    List<Candidate> healthy = candidates.stream().filter(Candidate::healthy).toList();
    return healthy.isEmpty() ? candidates : healthy;
  }
}
