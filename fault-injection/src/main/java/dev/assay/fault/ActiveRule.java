package dev.assay.fault;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** A rule in force, with its counters and its random streams. Safe for use by several threads. */
public final class ActiveRule {
  private final Rule rule;
  private final LongSupplier nanoClock;
  private final ActiveFaults all;
  private final SplittableRandom choices;
  private final SplittableRandom numbers;
  private final long putAtNanos;
  private long calls;
  private long fired;
  private long heldBack;
  private long active;
  private volatile boolean healed;

  ActiveRule(Rule rule, long runSeed, LongSupplier nanoClock, ActiveFaults all) {
    this.rule = rule;
    this.nanoClock = nanoClock;
    this.all = all;
    this.choices = new SplittableRandom(RuleSeed.of(runSeed, rule));
    this.numbers = new SplittableRandom(RuleSeed.ofNumbers(runSeed, rule));
    this.putAtNanos = nanoClock.getAsLong();
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

  /** How many of them it would have been put upon, had a cap on active faults not been reached. */
  public synchronized long heldBack() {
    return heldBack;
  }

  /** How many requests suffer the fault at this moment. */
  public synchronized long active() {
    return active;
  }

  /**
   * Counts a matching call and gives the hit if the fault is due. Every call takes exactly one
   * draw, whatever the other conditions say, so that the nth call meets the nth draw of the stream.
   */
  synchronized Optional<Hit> nextCall() {
    calls++;
    Schedule schedule = rule.schedule();
    boolean chosen = choices.nextDouble() < schedule.share();
    boolean due =
        chosen
            && schedule.means(calls)
            && (schedule.limit().isEmpty() || fired < schedule.limit().getAsLong())
            && schedule.window().holds(nanoClock.getAsLong() - putAtNanos);
    if (!due) {
      return Optional.empty();
    }
    boolean full = schedule.maxActive().isPresent() && active >= schedule.maxActive().getAsLong();
    if (full || !all.enter()) {
      heldBack++;
      return Optional.empty();
    }
    fired++;
    active++;
    return Optional.of(new Hit(this, numbers.nextLong()));
  }

  synchronized void leave() {
    active--;
    all.leave();
  }

  void heal() {
    healed = true;
  }

  boolean atWork() {
    return !healed && rule.schedule().window().holds(nanoClock.getAsLong() - putAtNanos);
  }
}
