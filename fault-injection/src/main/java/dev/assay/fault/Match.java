package dev.assay.fault;

import dev.assay.fault.Criterion.Depth;
import java.util.List;

/**
 * The requests that a rule is about: those that meet every criterion; all requests when there is
 * none.
 */
public record Match(List<Criterion> criteria) {
  /** Copies the list. */
  public Match {
    criteria = List.copyOf(criteria);
  }

  /** A match on every request. */
  public static Match everything() {
    return new Match(List.of());
  }

  /** Whether it asks where a request goes, and nothing else. */
  boolean namesPlacesOnly() {
    return !criteria.isEmpty()
        && criteria.stream()
            .allMatch(
                criterion ->
                    criterion instanceof Criterion.UpstreamIn
                        || criterion instanceof Criterion.AzIn
                        || criterion instanceof Criterion.RegionIn);
  }

  boolean matches(RequestFacts facts) {
    for (Criterion criterion : criteria) {
      if (!criterion.matches(facts)) {
        return false;
      }
    }
    return true;
  }

  /**
   * How much of a request known only by its head must be read to tell whether it matches; {@code
   * HEAD} when the head tells already.
   */
  Depth depthFor(RequestFacts head) {
    Depth deepest = Depth.HEAD;
    for (Criterion criterion : criteria) {
      if (!criterion.needsBody()) {
        if (!criterion.matches(head)) {
          return Depth.HEAD;
        }
      } else if (criterion.depth().compareTo(deepest) > 0) {
        deepest = criterion.depth();
      }
    }
    return deepest;
  }
}
