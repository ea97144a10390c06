package dev.assay.fault;

import java.util.SplittableRandom;

/** A rule in force, with its counters and its random stream. Safe for use by several threads. */
public final class ActiveRule {
  private final Rule rule;
  private final SplittableRandom stream;
  private long calls;
  private long fired;

  ActiveRule(Rule rule, long runSeed) {
    this.rule = rule;
    this.stream = new SplittableRandom(RuleSeed.of(runSeed, rule));
  }

  /** The rule as it was given. */
  public Rule rule() {
    return rule;
  }

  /** How many requests matched so far. */
  public synchronized long calls() {
    return calls;
  }

  /** How many of them the fault was put upon. */
  public synchronized long fired() {
    return fired;
  }

  /**
   * Counts a matching call and says whether the fault is due. Every call takes exactly one draw,
   * whatever the other conditions say, so that the nth call meets the nth draw of the stream.
   */
  synchronized boolean firesOnNextCall() {
    calls++;
    Schedule schedule = rule.schedule();
    boolean chosen = stream.nextDouble() < schedule.share();
    boolean due =
        chosen
            && (schedule.nthCall().isEmpty() || schedule.nthCall().getAsLong() == calls)
            && (schedule.limit().isEmpty() || fired < schedule.limit().getAsLong());
    if (due) {
      fired++;
    }
    return due;
  }
}
