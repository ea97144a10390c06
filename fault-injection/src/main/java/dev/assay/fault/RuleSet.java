package dev.assay.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules in force at one moment, in the order in which they were first added. A request is
 * judged by one such set.
 */
public final class RuleSet {
  private final List<ActiveRule> rules;

  RuleSet(List<ActiveRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules and their counters. */
  public List<ActiveRule> rules() {
    return rules;
  }

  /** Whether some rule could match this request and only its body can tell. */
  public boolean needsBodyOf(RequestFacts head) {
    for (ActiveRule active : rules) {
      if (active.rule().match().needsBodyOf(head)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Counts the request with every rule that matches it and returns those that fire. Each rule is
   * asked whatever the others answered: adding one never changes what another does.
   */
  public List<Hit> judge(RequestFacts facts) {
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (ActiveRule active : rules) {
      Rule rule = active.rule();
      if (rule.match().matches(facts) && active.firesOnNextCall()) {
        hits.add(new Hit(rule.id(), rule.fault()));
      }
    }
    return hits;
  }
}
