package dev.assay.features.checker.linear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of steps that one register explains: Wing and Gong's search with Lowe's memory
 * of configurations.
 *
 * <pre>
 *   candidates = steps that nothing unplaced ended before ──► place one ──► known (set, state)? ──► back
 *        ▲                                                          │ new
 *        └──────────────────────────────────────────────────────────┘
 * </pre>
 *
 * Five things keep it short. A read that fits the state is placed at once: that cannot be wrong. A
 * write that nobody will see is placed at once where nobody needs the state before it. A state that
 * somebody must still see and nobody can write again is not left. A step that may never have
 * happened and whose value nobody saw is left out. And of what remains, the step that ends first is
 * what the search works towards.
 *
 * <p>Sources: J. Wing, C. Gong, Testing and Verifying Concurrent Objects, 1993; G. Lowe, Testing
 * for Linearizability, 2017.
 */
public final class Search {
  /** The state before the first step when it is not known: the first step that looks decides. */
  public static final int ANY_STATE = -1;

  /** Any state that nobody will look at. */
  private static final int UNSEEN_STATE = -3;

  private final List<Step> required;
  private final List<Step> optional;
  private final int initial;
  private final int budget;
  private final Configurations tried = new Configurations();
  private final Demand demand;
  private final long[] placedRequired;
  private final long[] placedOptional;
  private int firstUnplaced;
  private int lastPlaced = -1;

  /** How a search ended. */
  public sealed interface Result {
    /** How many configurations were tried. */
    int configurations();

    /** There is an order. */
    record Linearizable(int configurations) implements Result {}

    /** There is none. */
    record Impossible(int configurations) implements Result {}

    /** There may be one: the search was broken off. */
    record Exhausted(int configurations) implements Result {}
  }

  private Search(List<Step> steps, int initial, int budget) {
    Comparator<Step> byInvocation = Comparator.comparingLong(Step::invokedNanos);
    this.required = steps.stream().filter(Step::required).sorted(byInvocation).toList();
    this.optional = needed(steps).stream().sorted(byInvocation).toList();
    this.demand = new Demand(required, optional);
    this.initial = initial;
    this.budget = budget;
    this.placedRequired = new long[(required.size() >> 6) + 1];
    this.placedOptional = new long[(optional.size() + 63) >> 6];
  }

  /**
   * Searches.
   *
   * @param initial the state before the first step, or {@link #ANY_STATE}
   * @param budget how many configurations may be tried
   */
  public static Result run(List<Step> steps, int initial, int budget) {
    return new Search(steps, initial, budget).run();
  }

  /**
   * Those optional steps whose value somebody saw, directly or as the way to another such value.
   */
  private static List<Step> needed(List<Step> steps) {
    Set<Integer> wanted = new HashSet<>();
    steps.stream()
        .filter(Step::required)
        .filter(Step::observes)
        .forEach(s -> wanted.add(s.expected()));
    List<Step> left = steps.stream().filter(step -> !step.required() && step.writes()).toList();
    List<Step> kept = new ArrayList<>();
    int before = -1;
    while (kept.size() > before) {
      before = kept.size();
      List<Step> rest = new ArrayList<>();
      for (Step step : left) {
        if (wanted.contains(step.value())) {
          kept.add(step);
          wanted.add(step.expected());
        } else {
          rest.add(step);
        }
      }
      left = rest;
    }
    return kept;
  }

  /** A point of the search: what may come next and which of it was tried. */
  private static final class Point {
    final int state;
    final int[] candidates;
    int next;

    Point(int state, int[] candidates) {
      this.state = state;
      this.candidates = candidates;
    }

    int current() {
      return candidates[next - 1];
    }
  }

  private Result run() {
    Deque<Point> path = new ArrayDeque<>();
    int start = normal(initial);
    path.push(new Point(start, candidates(start)));
    while (firstUnplaced < required.size()) {
      Point point = path.getFirst();
      if (point.next == point.candidates.length) {
        path.pop();
        if (path.isEmpty()) {
          return new Result.Impossible(tried.size());
        }
        unplace(path.getFirst().current());
        continue;
      }
      int candidate = point.candidates[point.next++];
      place(candidate);
      int after = step(candidate).after(point.state);
      int state = normal(after);
      boolean dead = after != point.state && demand.mustBeSeen(point.state);
      if (dead || !remember(state)) {
        unplace(candidate);
      } else if (tried.size() > budget) {
        return new Result.Exhausted(tried.size());
      } else {
        path.push(new Point(state, candidates(state)));
      }
    }
    return new Result.Linearizable(tried.size());
  }

  private boolean remember(int state) {
    return tried.add(
        placedRequired, firstUnplaced >> 6, (lastPlaced >> 6) + 1, placedOptional, state);
  }

  /** All states that nobody will look at are one. */
  private int normal(int state) {
    return state == ANY_STATE || demand.mayBeSeen(state) ? state : UNSEEN_STATE;
  }

  /** Optional steps are numbered below zero. */
  private Step step(int number) {
    return number >= 0 ? required.get(number) : optional.get(-1 - number);
  }

  private void place(int number) {
    demand.placed(step(number));
    if (number < 0) {
      placedOptional[(-1 - number) >> 6] |= 1L << (-1 - number);
      return;
    }
    placedRequired[number >> 6] |= 1L << number;
    lastPlaced = Math.max(lastPlaced, number);
    while (firstUnplaced < required.size() && placed(firstUnplaced)) {
      firstUnplaced++;
    }
  }

  private void unplace(int number) {
    demand.unplaced(step(number));
    if (number < 0) {
      placedOptional[(-1 - number) >> 6] &= ~(1L << (-1 - number));
      return;
    }
    placedRequired[number >> 6] &= ~(1L << number);
    firstUnplaced = Math.min(firstUnplaced, number);
    while (lastPlaced >= 0 && !placed(lastPlaced)) {
      lastPlaced--;
    }
  }

  private boolean placed(int number) {
    return (placedRequired[number >> 6] & (1L << number)) != 0;
  }

  private int[] candidates(int state) {
    List<Integer> minimal = minimalRequired();
    if (minimal.isEmpty()) {
      return new int[0];
    }
    Optional<Integer> free =
        minimal.stream().filter(n -> cannotBeWrong(step(n), state)).findFirst();
    if (free.isPresent()) {
      return new int[] {free.get()};
    }
    int goal = minimal.stream().min(Comparator.comparingLong(n -> step(n).returnedNanos())).get();
    long bound = step(goal).returnedNanos();
    List<Integer> legal = new ArrayList<>();
    minimal.stream().filter(n -> step(n).legalIn(state)).forEach(legal::add);
    for (int n = 0; n < optional.size() && optional.get(n).invokedNanos() <= bound; n++) {
      boolean unplaced = (placedOptional[n >> 6] & (1L << n)) == 0;
      Step step = optional.get(n);
      if (unplaced
          && step.legalIn(state)
          && step.value() != state
          && demand.mayBeSeen(step.value())) {
        legal.add(-1 - n);
      }
    }
    legal.sort(towards(goal));
    return legal.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean cannotBeWrong(Step step, int state) {
    if (state == ANY_STATE) {
      return false;
    }
    if (!step.writes()) {
      return step.legalIn(state);
    }
    return state == UNSEEN_STATE && !step.observes() && !demand.mayBeSeen(step.value());
  }

  /** The required steps that began before any unplaced one ended. */
  private List<Integer> minimalRequired() {
    List<Integer> minimal = new ArrayList<>();
    long firstEnd = Long.MAX_VALUE;
    for (int n = firstUnplaced; n < required.size(); n++) {
      Step step = required.get(n);
      if (step.invokedNanos() > firstEnd) {
        break;
      }
      if (!placed(n)) {
        minimal.add(n);
        firstEnd = Math.min(firstEnd, step.returnedNanos());
      }
    }
    long end = firstEnd;
    minimal.removeIf(n -> step(n).invokedNanos() > end);
    return minimal;
  }

  /** First what gives the goal its state, then what ends first, last what may never have been. */
  private Comparator<Integer> towards(int goalNumber) {
    Step goal = step(goalNumber);
    return Comparator.comparing(
            (Integer n) -> !(goal.observes() && step(n).value() == goal.expected()))
        .thenComparing(n -> n != goalNumber)
        .thenComparing(n -> n < 0)
        .thenComparingLong(n -> step(n).returnedNanos())
        .thenComparingInt(n -> n);
  }
}
