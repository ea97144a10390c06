package dev.assay.features.checker.linear;

import dev.assay.features.checker.linear.Search.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a history that no order explains smaller, as long as none explains it: what is cut off is
 * what ended before, what began after, and whole values with everybody who wrote or saw them. Each
 * cut keeps a history that an order explains explainable, so that what is left speaks for the
 * whole.
 */
public final class Shrinking {
  private static final int BUDGET = 200_000;
  private static final int WHOLE_BUDGET = 2_000_000;
  private static final int LARGEST_FOR_SINGLE_CUTS = 400;
  private static final int LARGEST_EXPLAINED = 30;

  private List<Step> steps;
  private int initial;
  private Step culprit;
  private int spent;

  /**
   * What is left.
   *
   * @param steps by invocation, the culprit among them
   * @param fromStart whether the window begins with the register's first state
   * @param possible the states that the culprit could have met, in which it fits none
   */
  public record Window(List<Step> steps, Step culprit, boolean fromStart, Set<Integer> possible) {}

  private Shrinking(List<Step> steps, int initial) {
    this.steps = steps;
    this.initial = initial;
    this.culprit =
        steps.stream()
            .filter(Step::required)
            .max(Comparator.comparingLong(Step::returnedNanos))
            .orElseThrow();
  }

  /** Shrinks what {@link Search} found impossible. */
  public static Window shrink(List<Step> steps, int initial) {
    return new Shrinking(steps, initial).run();
  }

  private Window run() {
    cutAfter();
    cutBefore();
    cutValues();
    List<Step> left = steps.stream().sorted(Comparator.comparingLong(Step::invokedNanos)).toList();
    return new Window(left, culprit, initial != Search.ANY_STATE, possibleStates());
  }

  /**
   * The history ends with the answer that first cannot be. Nothing that begins after it matters;
   * what ends after it may not have been.
   */
  private void cutAfter() {
    List<Step> byEnd =
        steps.stream()
            .filter(Step::required)
            .sorted(Comparator.comparingLong(Step::returnedNanos))
            .toList();
    int works = byEnd.size() - 1;
    int fails = -1;
    while (works - fails > 1) {
      int middle = (works + fails) >>> 1;
      if (impossible(until(byEnd.get(middle).returnedNanos()), initial)) {
        works = middle;
      } else {
        fails = middle;
      }
    }
    Step last = byEnd.get(works);
    // Of answers at the same nanosecond it is one that looked: a write fits everywhere.
    culprit =
        byEnd.stream()
            .filter(step -> step.returnedNanos() == last.returnedNanos() && step.observes())
            .findFirst()
            .orElse(last);
    steps = until(culprit.returnedNanos());
  }

  private List<Step> until(long nanos) {
    List<Step> kept = new ArrayList<>();
    for (Step step : steps) {
      if (step.invokedNanos() > nanos) {
        continue;
      }
      if (step.returnedNanos() <= nanos) {
        kept.add(step);
      } else if (step.writes()) {
        kept.add(step.optional());
      }
    }
    return kept;
  }

  /** The later the window begins the smaller it is; its first state is then not known. */
  private void cutBefore() {
    List<Long> ends =
        steps.stream().filter(Step::required).map(Step::returnedNanos).sorted().toList();
    int works = -1;
    int fails = ends.size();
    while (fails - works > 1) {
      int middle = (works + fails) >>> 1;
      long nanos = ends.get(middle);
      if (culprit.invokedNanos() > nanos && impossible(endingAfter(nanos), Search.ANY_STATE)) {
        works = middle;
      } else {
        fails = middle;
      }
    }
    if (works >= 0) {
      steps = endingAfter(ends.get(works));
      initial = Search.ANY_STATE;
    }
  }

  /**
   * The steps of which no order can place one before that moment. Those on the way at that moment
   * may have taken effect before, so that their writes may be missing in the window.
   */
  private List<Step> endingAfter(long nanos) {
    List<Step> kept = new ArrayList<>();
    for (Step step : steps) {
      if (step.invokedNanos() > nanos) {
        kept.add(step);
      } else if (step.returnedNanos() > nanos && step.writes()) {
        kept.add(step.optional());
      }
    }
    return kept;
  }

  private void cutValues() {
    for (int chunk = Math.max(1, steps.size() / 2); chunk >= 1; chunk /= 2) {
      if (chunk == 1 && steps.size() > LARGEST_FOR_SINGLE_CUTS) {
        return;
      }
      for (int from = 0; from < steps.size(); ) {
        List<Step> without = without(steps.subList(from, Math.min(from + chunk, steps.size())));
        if (without.size() < steps.size() && impossible(without, initial)) {
          steps = without;
        } else {
          from += chunk;
        }
      }
    }
  }

  /** Without these, and without all who saw a value that one of them wrote, and so on. */
  private List<Step> without(List<Step> cut) {
    Set<Step> gone = new HashSet<>(cut);
    boolean more = true;
    while (more) {
      Set<Integer> values = new HashSet<>();
      gone.stream().filter(Step::writes).forEach(step -> values.add(step.value()));
      more = false;
      for (Step step : steps) {
        if (step.observes() && values.contains(step.expected())) {
          more |= gone.add(step);
        }
      }
    }
    return gone.contains(culprit)
        ? steps
        : steps.stream().filter(step -> !gone.contains(step)).toList();
  }

  private Set<Integer> possibleStates() {
    Set<Integer> values = new TreeSet<>();
    if (steps.size() > LARGEST_EXPLAINED) {
      return values;
    }
    if (initial != Search.ANY_STATE) {
      values.add(initial);
    }
    for (Step step : steps) {
      if (step.writes()) {
        values.add(step.value());
      }
      if (step.observes()) {
        values.add(step.expected());
      }
    }
    values.removeIf(value -> !fits(value));
    return values;
  }

  /** Whether the culprit could be explained if it had met that state. */
  private boolean fits(int state) {
    List<Step> changed = new ArrayList<>(steps);
    changed.remove(culprit);
    changed.add(
        new Step(
            culprit.op(), culprit.invokedNanos(), culprit.returnedNanos(), state, culprit.value()));
    return Search.run(changed, initial, BUDGET) instanceof Result.Linearizable;
  }

  private boolean impossible(List<Step> steps, int initial) {
    if (spent > WHOLE_BUDGET) {
      return false;
    }
    return switch (Search.run(steps, initial, BUDGET)) {
      case Result.Impossible result -> spend(result.configurations());
      case Result.Linearizable result -> !spend(result.configurations());
      case Result.Exhausted result -> !spend(result.configurations());
    };
  }

  private boolean spend(int configurations) {
    spent += configurations;
    return true;
  }
}
