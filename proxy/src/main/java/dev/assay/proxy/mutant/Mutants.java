package dev.assay.proxy.mutant;

import dev.assay.fault.ActiveRule;
import dev.assay.fault.Hit;
import dev.assay.fault.Mutation;
import dev.assay.fault.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mutants at work in one proxy, each with what it remembers, by the rule that called it in. A
 * rule that is put anew gets one without memory. Safe for use by several threads.
 */
public final class Mutants {
  private final Map<RuleId, AtWork> atWork = new ConcurrentHashMap<>();

  private record AtWork(
      ActiveRule rule, Behaviour behaviour, AtomicLong changes, Set<String> scenarios) {
    static AtWork of(ActiveRule rule, Mutation mutation) {
      return new AtWork(
          rule, Behaviours.of(mutation.mutant()), new AtomicLong(), ConcurrentHashMap.newKeySet());
    }

    void changed(String scenario) {
      changes.incrementAndGet();
      scenarios.add(scenario);
    }
  }

  /**
   * Carries out one request under the mutants among the hits, the first rule's nearest to the
   * store. Blocks while the store works.
   *
   * @param region that the client signed for; the empty string when it did not sign
   * @param scenario that the client says it works for; the empty string when it does not say
   * @param body the request's body, uncompressed
   * @throws StoreGoneException as {@code upstream} does
   */
  public Outcome answer(
      List<Hit> hits,
      String operation,
      String region,
      String scenario,
      byte[] body,
      StoreWire upstream) {
    List<AtWork> chosen = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.fault() instanceof Mutation mutation
          && mutation.mutant().operations().contains(operation)) {
        chosen.add(find(hit.active(), mutation));
      }
    }
    MutantRun.Result result =
        new MutantRun(upstream, operation, region, body)
            .run(chosen.stream().map(AtWork::behaviour).toList());
    if (result.changed()) {
      chosen.forEach(mutant -> mutant.changed(scenario));
    }
    return result.outcome();
  }

  /** How many exchanges the rule's mutant has changed in any way so far. */
  public long changes(RuleId rule) {
    AtWork mutant = atWork.get(rule);
    return mutant == null ? 0 : mutant.changes().get();
  }

  /** The scenarios that had an exchange which the rule's mutant changed. */
  public Set<String> scenarios(RuleId rule) {
    AtWork mutant = atWork.get(rule);
    return mutant == null ? Set.of() : Set.copyOf(mutant.scenarios());
  }

  private AtWork find(ActiveRule rule, Mutation mutation) {
    // By identity: the same rule put again is another, with another memory.
    return atWork.compute(
        rule.rule().id(),
        (id, known) ->
            known != null && known.rule().equals(rule) ? known : AtWork.of(rule, mutation));
  }
}
