package dev.assay.fault;

import java.util.SplittableRandom;

/**
 * A rule fired on a request.
 *
 * @param seed of the numbers that the fault draws this time
 */
public record Hit(ActiveRule active, long seed) {
  /** The rule's id. */
  public RuleId rule() {
    return active.rule().id();
  }

  /** What it does. */
  public Fault fault() {
    return active.rule().fault();
  }

  /** The fault's own numbers; the same each time it is asked. */
  public SplittableRandom random() {
    return new SplittableRandom(seed);
  }

  /** Whether the rule is still at work, for faults that last until it is not. */
  public boolean lasts() {
    return active.atWork();
  }

  /** The request is over: it no longer counts as one that suffers the fault. To be told once. */
  public void over() {
    active.leave();
  }
}
