package dev.assay.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a run. A change is in force when the method that makes it returns: whoever reads
 * {@link #current()} after that sees it. Safe for use by several threads.
 */
public final class RuleBook {
  private final long runSeed;
  private volatile RuleSet current = new RuleSet(List.of());

  /**
   * @param runSeed the seed from which rules without one of their own derive theirs
   */
  public RuleBook(long runSeed) {
    this.runSeed = runSeed;
  }

  /** The seed of the run. */
  public long runSeed() {
    return runSeed;
  }

  /** The rules in force now. */
  public RuleSet current() {
    return current;
  }

  /** The rule of this id, if it is in force. */
  public Optional<ActiveRule> find(RuleId id) {
    return current.rules().stream().filter(active -> active.rule().id().equals(id)).findFirst();
  }

  /**
   * Puts the rule in force, in the place of one with the same id if there is any; its counters and
   * stream start afresh.
   */
  public synchronized ActiveRule put(Rule rule) {
    ActiveRule added = new ActiveRule(rule, runSeed);
    List<ActiveRule> next = new ArrayList<>(current.rules());
    int place = placeOf(rule.id(), next);
    if (place < 0) {
      next.add(added);
    } else {
      next.set(place, added);
    }
    current = new RuleSet(next);
    return added;
  }

  /** Puts the rule in force unless its id is taken; empty if it is. */
  public synchronized Optional<ActiveRule> add(Rule rule) {
    return find(rule.id()).isPresent() ? Optional.empty() : Optional.of(put(rule));
  }

  /** Takes the rule out of force; false when there was none. */
  public synchronized boolean remove(RuleId id) {
    List<ActiveRule> next = new ArrayList<>(current.rules());
    int place = placeOf(id, next);
    if (place < 0) {
      return false;
    }
    next.remove(place);
    current = new RuleSet(next);
    return true;
  }

  /** Takes every rule out of force and says how many there were. */
  public synchronized int clear() {
    int count = current.rules().size();
    current = new RuleSet(List.of());
    return count;
  }

  private static int placeOf(RuleId id, List<ActiveRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).rule().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
