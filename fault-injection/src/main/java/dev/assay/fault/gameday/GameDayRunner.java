package dev.assay.fault.gameday;

import dev.assay.fault.gameday.Happening.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Runs one game day:
 *
 * <pre>
 *   prepare, (warm-up) baseline ──► steady? ──no──────────────────────────────────┐
 *                  │ yes                                         │
 *                  ▼                                             ▼
 *            method, step by step ──► (stop condition) ──► rollback ──► recovery ──► end of load
 * </pre>
 *
 * <p>The rollback runs whatever happens: a step that fails, a stop condition, the user's wish to
 * end, a defect of the runner itself.
 */
public final class GameDayRunner {
  private final GameDay day;
  private final Rig rig;
  private final Load load;
  private final Pace pace;
  private final String run;
  private final Consumer<Happening> told;
  private final Acting acting;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private OptionalLong injected = OptionalLong.empty();
  private OptionalLong failedOver = OptionalLong.empty();
  private OptionalLong healed = OptionalLong.empty();
  private Optional<String> stoppedBy = Optional.empty();

  /**
   * @param run a name for this run, which nothing else has
   * @param told of everything when it happens
   */
  public GameDayRunner(
      GameDay day, Rig rig, Load load, Pace pace, String run, Consumer<Happening> told) {
    this.day = day;
    this.rig = rig;
    this.load = load;
    this.pace = pace;
    this.run = run;
    this.told = told;
    this.acting = new Acting(rig, load, pace, day.phases().recovery() * Observer.SECOND_NANOS);
  }

  /**
   * Runs it.
   *
   * @throws RigException if it cannot begin: then nothing was broken
   */
  public Course run() throws RigException, InterruptedException {
    Map<String, String> levers = rig.levers();
    Rollback rollback = new Rollback(rig, pace, levers);
    load.setup();
    prepare(rollback);
    long begin = pace.nanos();
    Observer observer = new Observer(load, day, begin);
    load.begin();
    Sample before;
    try {
      boolean goesOn = warmUp(observer, begin);
      long baseline = pace.nanos();
      happened(Kind.PHASE, "baseline");
      goesOn = goesOn && watchUntil(observer, baseline + seconds(day.phases().baseline()), false);
      before = observer.over(baseline, pace.nanos());
      boolean steady = day.isSteady(before);
      if (!goesOn) {
        stoppedBy = Optional.of("the user");
      } else if (!steady) {
        stoppedBy = Optional.of("the steady state did not hold before anything was broken");
        happened(Kind.OBSERVATION, stoppedBy.get() + ": nothing is going to be");
        happened(Kind.OBSERVATION, new Unsteadiness(before, day.workload()).words());
        load.circumstances().ifPresent(words -> happened(Kind.OBSERVATION, words));
      } else {
        inject(observer);
      }
    } finally {
      undo(rollback);
    }
    OptionalLong recovered = recover(observer);
    long end = pace.nanos();
    Sample after = observer.over(recovered.orElse(Math.max(begin, end - seconds(3))), end);
    load.end();
    complain();
    List<Sample> samples = observer.finalSeconds();
    OptionalLong firstError =
        injected.isEmpty()
            ? OptionalLong.empty()
            : Observer.firstError(samples, begin, injected.getAsLong());
    OptionalLong detected =
        injected.isEmpty()
            ? OptionalLong.empty()
            : observer.firstUnsteady(samples, injected.getAsLong());
    return new Course(
        List.copyOf(happenings),
        samples,
        begin,
        before,
        after,
        injected,
        firstError,
        detected,
        failedOver,
        healed,
        recovered,
        stoppedBy,
        List.copyOf(problems),
        rollback.leftovers(),
        acting.rules());
  }

  private void prepare(Rollback rollback) throws RigException {
    Placeholders placeholders = acting.placeholders(run, pace.nanos());
    for (Action action : day.prepare()) {
      String words = placeholders.fill(action.words(), load.table());
      try {
        acting.act(action, placeholders);
        happened(Kind.ACTION, "prepare: " + words);
      } catch (RigException e) {
        rollback.healEverything().forEach(this::problem);
        throw new RigException("could not " + words + ": " + e.getMessage(), e);
      }
    }
  }

  private boolean warmUp(Observer observer, long begin) {
    if (day.phases().warmup() == 0) {
      return true;
    }
    happened(Kind.PHASE, "warm-up");
    return watchUntil(observer, begin + seconds(day.phases().warmup()), false);
  }

  private static long seconds(int count) {
    return count * Observer.SECOND_NANOS;
  }

  private void inject(Observer observer) {
    happened(Kind.PHASE, "fault");
    long fault = pace.nanos();
    Placeholders placeholders = acting.placeholders(run, fault);
    for (Step step : day.method()) {
      if (!watchUntil(observer, fault + step.afterMs() * 1_000_000L, true)) {
        return;
      }
      perform(step.action(), placeholders, Kind.ACTION);
    }
    boolean unused = watchUntil(observer, fault + seconds(day.phases().fault()), true);
  }

  /** Looks at the load until then; false if it is to end before. */
  private boolean watchUntil(Observer observer, long nanos, boolean mayStop) {
    long since = injected.orElse(Long.MAX_VALUE);
    while (pace.nanos() < nanos) {
      if (!pace.waitUntil(Math.min(nanos, observer.nextEnd()))) {
        stoppedBy = Optional.of("the user");
        return false;
      }
      observer.lookUntil(pace.nanos());
      Optional<StopCondition> met = mayStop ? observer.stopSince(since) : Optional.empty();
      if (met.isPresent()) {
        stoppedBy = Optional.of(met.get().toString());
        happened(Kind.OBSERVATION, "stop condition met: " + met.get());
        return false;
      }
    }
    return true;
  }

  private void perform(Action action, Placeholders placeholders, Kind kind) {
    long begun = pace.nanos();
    String words = placeholders.fill(action.words(), load.table());
    try {
      boolean changed =
          kind == Kind.ACTION
              ? acting.actAndLook(action, placeholders)
              : acting.act(action, placeholders);
      happened(kind, words);
      if (!changed) {
        problem("nothing changed: every lever stands as before, after " + words);
      } else if (action.breaks() && injected.isEmpty()) {
        injected = OptionalLong.of(begun);
      }
      if (action instanceof Action.UseTable || action instanceof Action.UseRegion) {
        failedOver = OptionalLong.of(pace.nanos());
      }
    } catch (RigException e) {
      problem("could not " + words + ": " + e.getMessage());
    }
  }

  private void undo(Rollback rollback) {
    happened(Kind.PHASE, "rollback");
    try {
      acting.count();
    } catch (RigException e) {
      problem("nobody knows how often the rules fired: " + e.getMessage());
    }
    for (Rig.RuleCount rule : acting.rules()) {
      if (rule.fired() == 0) {
        happened(
            Kind.OBSERVATION,
            "rule " + rule.id() + (rule.matched() == 0 ? " matched nothing" : " never fired"));
      }
    }
    complain();
    Placeholders placeholders = acting.placeholders(run, injected.orElse(pace.nanos()));
    for (Action action : day.rollback()) {
      perform(action, placeholders, Kind.ROLLBACK);
    }
    rollback.healEverything().forEach(this::problem);
    healed = OptionalLong.of(pace.nanos());
    happened(Kind.ROLLBACK, "everything is healed");
  }

  private OptionalLong recover(Observer observer) {
    if (injected.isEmpty() || stoppedBy.filter("the user"::equals).isPresent()) {
      return OptionalLong.empty();
    }
    happened(Kind.PHASE, "recovery");
    long since = injected.getAsLong();
    // It may have recovered while it was still broken; that it stays so is seen after the healing.
    long earliest = healed.orElse(since) + seconds(Observer.CALM_SECONDS);
    long deadline = pace.nanos() + seconds(day.phases().recovery());
    while (pace.nanos() < earliest || observer.steadySince(since).isEmpty()) {
      if (pace.nanos() >= deadline) {
        happened(Kind.OBSERVATION, "the steady state does not hold again in time");
        return OptionalLong.empty();
      }
      if (!pace.waitUntil(observer.nextEnd())) {
        stoppedBy = Optional.of("the user");
        return OptionalLong.empty();
      }
      observer.lookUntil(pace.nanos());
    }
    happened(Kind.OBSERVATION, "the steady state holds again");
    return observer.steadySince(since);
  }

  private void complain() {
    rig.complaints().stream().filter(words -> !problems.contains(words)).forEach(this::problem);
  }

  private void problem(String words) {
    problems.add(words);
    happened(Kind.PROBLEM, words);
  }

  private void happened(Kind kind, String words) {
    Happening happening = new Happening(pace.nanos(), kind, words);
    happenings.add(happening);
    load.mark(words);
    told.accept(happening);
  }
}
