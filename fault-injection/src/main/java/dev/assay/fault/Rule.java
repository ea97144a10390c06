package dev.assay.fault;

import dev.assay.fault.Criterion.Depth;
import java.util.OptionalLong;

/**
 * One fault on purpose: whom it meets, what happens to them, and when.
 *
 * @param seed the start of the rule's own random stream; without one it is derived from the run's
 *     seed and the rule's id
 */
public record Rule(RuleId id, Match match, Fault fault, Schedule schedule, OptionalLong seed) {

  /** Throws {@link RuleFormatException} when a fault of connections asks about requests. */
  public Rule {
    if (fault instanceof ConnectionFault
        && match.criteria().stream().anyMatch(asked -> asked.depth() != Depth.CONNECTION)) {
      throw new RuleFormatException(
          "match",
          "must ask for nothing but the client's address, because "
              + fault.kind()
              + " happens before there is a request, was "
              + MatchJson.write(match));
    }
  }

  /** A rule that fires on every matching call and draws from the run's seed. */
  public static Rule of(String id, Match match, Fault fault) {
    return new Rule(new RuleId(id), match, fault, Schedule.always(), OptionalLong.empty());
  }

  /** This rule on another schedule. */
  public Rule withSchedule(Schedule newSchedule) {
    return new Rule(id, match, fault, newSchedule, seed);
  }

  /** Whether a request counts as one of its calls. */
  boolean matches(RequestFacts facts) {
    return fault.appliesTo(facts.operation()) && match.matches(facts);
  }
}
