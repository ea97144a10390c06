package dev.assay.fault;

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

  boolean matches(RequestFacts facts) {
    for (Criterion criterion : criteria) {
      if (!criterion.matches(facts)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a request known only by its head could match, and only its body can tell. */
  boolean needsBodyOf(RequestFacts head) {
    boolean needsBody = false;
    for (Criterion criterion : criteria) {
      if (criterion.needsBody()) {
        needsBody = true;
      } else if (!criterion.matches(head)) {
        return false;
      }
    }
    return needsBody;
  }
}
