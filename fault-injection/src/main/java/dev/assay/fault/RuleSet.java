package dev.assay.fault;

import dev.assay.fault.Criterion.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force at one moment, in the order in which they were first added. A request is
 * judged by one such set.
 */
public final class RuleSet {
  private final List<ActiveRule> rules;
  private final List<ActiveRule> ofRequests;
  private final List<ActiveRule> ofConnections;

  RuleSet(List<ActiveRule> rules) {
    this.rules = List.copyOf(rules);
    this.ofRequests =
        rules.stream().filter(r -> !(r.rule().fault() instanceof ConnectionFault)).toList();
    this.ofConnections =
        rules.stream().filter(r -> r.rule().fault() instanceof ConnectionFault).toList();
  }

  /** The rules and their counters. */
  public List<ActiveRule> rules() {
    return rules;
  }

  /** Whether no request can match any rule. */
  public boolean sparesRequests() {
    return ofRequests.isEmpty();
  }

  /** Whether some rule could match this request and only its body can tell. */
  public boolean needsBodyOf(RequestFacts head) {
    return depthFor(head) != Depth.HEAD;
  }

  /** How much of this request must be read to tell which rules match it. */
  public Depth depthFor(RequestFacts head) {
    Depth deepest = Depth.HEAD;
    for (ActiveRule active : ofRequests) {
      Rule rule = active.rule();
      if (rule.fault().appliesTo(head.operation())) {
        Depth depth = rule.match().depthFor(head);
        deepest = depth.compareTo(deepest) > 0 ? depth : deepest;
      }
    }
    return deepest;
  }

  /**
   * Counts the request with every rule that matches it and returns those that fire. Each rule is
   * asked whatever the others answered: adding one never changes what another does.
   */
  public List<Hit> judge(RequestFacts facts) {
    return judge(facts, ofRequests);
  }

  /** The same for a connection that was just opened, and the faults of connections. */
  public List<Hit> judgeConnection(Origin origin) {
    return ofConnections.isEmpty()
        ? List.of()
        : judge(RequestFacts.ofConnection(origin), ofConnections);
  }

  /**
   * The partition that cuts an upstream off as a whole, if there is one: a rule that names
   * upstreams, zones or regions and nothing else. Asking does not count as a call.
   */
  public Optional<RuleId> cutOff(Upstream upstream) {
    RequestFacts anyRequest = RequestFacts.ofHead("", Origin.UNKNOWN, upstream);
    return ofRequests.stream()
        .filter(active -> active.rule().fault() instanceof Partition && active.atWork())
        .filter(active -> active.rule().match().namesPlacesOnly())
        .filter(active -> active.rule().match().matches(anyRequest))
        .map(active -> active.rule().id())
        .findFirst();
  }

  private static List<Hit> judge(RequestFacts facts, List<ActiveRule> rules) {
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (ActiveRule active : rules) {
      if (active.rule().matches(facts)) {
        active.nextCall().ifPresent(hits::add);
      }
    }
    return hits;
  }
}
