package dev.assay.proxy.route;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where requests may go and how it is decided.
 *
 * @param upstreams at least one, with different names
 * @param health how they are checked; empty for not at all
 */
public record Routing(
    List<Upstream> upstreams, RoutingPolicy policy, Optional<HealthCheck> health) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when it is empty or a name stands in it twice
   */
  public Routing {
    upstreams = List.copyOf(upstreams);
    if (upstreams.isEmpty()) {
      throw new IllegalArgumentException("upstream must be given at least once");
    }
    Set<String> names = new HashSet<>();
    for (Upstream upstream : upstreams) {
      if (!names.add(upstream.name())) {
        throw new IllegalArgumentException(
            "upstream \"" + upstream.name() + "\" is given twice; each needs a name of its own");
      }
    }
  }

  /** Everything to one store. */
  public static Routing to(UpstreamAddress address) {
    return new Routing(
        List.of(Upstream.only(address)), RoutingPolicy.SIGNED_REGION, Optional.empty());
  }
}
