package dev.assay.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The rules of a run. A change is in force when the method that makes it returns: whoever reads
 * {@link #current()} after that sees it. Safe for use by several threads.
 *
 * <p>A dead man's switch takes every rule out of force when whoever put them is not heard from in
 * time. It is looked at whenever the rules are, so that it needs no timer.
 */
public final class RuleBook {
  private final long runSeed;
  private final LongSupplier nanoClock;
  private final ActiveFaults active = new ActiveFaults();
  private final DeadMansSwitch lease;
  private volatile boolean leased;
  private volatile RuleSet current = new RuleSet(List.of());

  /**
   * @param runSeed the seed from which rules without one of their own derive theirs
   * @param nanoClock nanoseconds from any start, never running backwards
   */
  public RuleBook(long runSeed, LongSupplier nanoClock) {
    this.runSeed = runSeed;
    this.nanoClock = nanoClock;
    this.lease = new DeadMansSwitch(nanoClock);
  }

  /** The seed of the run. */
  public long runSeed() {
    return runSeed;
  }

  /** The rules in force now. */
  public RuleSet current() {
    if (leased && lease.expired()) {
      leased = false;
      clear();
    }
    return current;
  }

  /** The rule of this id, if it is in force. */
  public Optional<ActiveRule> find(RuleId id) {
    return current().rules().stream().filter(rule -> rule.rule().id().equals(id)).findFirst();
  }

  /**
   * Puts the rule in force, in the place of one with the same id if there is any; its counters and
   * streams start afresh.
   */
  public synchronized ActiveRule put(Rule rule) {
    ActiveRule added = new ActiveRule(rule, runSeed, nanoClock, active);
    List<ActiveRule> next = new ArrayList<>(current().rules());
    int place = placeOf(rule.id(), next);
    if (place < 0) {
      next.add(added);
    } else {
      next.set(place, added).heal();
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
    List<ActiveRule> next = new ArrayList<>(current().rules());
    int place = placeOf(id, next);
    if (place < 0) {
      return false;
    }
    ActiveRule removed = next.remove(place);
    current = new RuleSet(next);
    removed.heal();
    return true;
  }

  /** Takes every rule out of force and says how many there were. */
  public synchronized int clear() {
    List<ActiveRule> removed = current.rules();
    current = new RuleSet(List.of());
    removed.forEach(ActiveRule::heal);
    return removed.size();
  }

  /** At most so many faults of all rules together are suffered at the same time. */
  public void maxActive(OptionalLong most) {
    active.most(most);
  }

  /** How many faults of all rules together may be suffered at the same time; empty for any. */
  public OptionalLong maxActive() {
    return active.most();
  }

  /** How many faults are suffered at this moment. */
  public long activeNow() {
    return active.now();
  }

  /** All rules go out of force unless this is called again within so many milliseconds. */
  public void renewLease(long ttlMs) {
    current();
    lease.renew(ttlMs);
    leased = true;
  }

  /** The rules stay in force however long nobody is heard from. */
  public void endLease() {
    current();
    leased = false;
    lease.disarm();
  }

  /** Milliseconds until all rules go out of force; empty when there is no such limit. */
  public OptionalLong leaseLeftMs() {
    current();
    return lease.leftMs();
  }

  /** How often the rules went out of force because nobody was heard from. */
  public long leaseExpiries() {
    current();
    return lease.expiries();
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
