package dev.assay.fault.gameday;

import dev.assay.fault.gameday.Judged.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Judges a game day by its hypothesis, its objectives, its checkers and its rollback. What an
 * objective allows, its checker is not held against it: with a budget of lost writes, some may be.
 */
public final class Judgement {
  private final GameDay day;
  private final Course course;
  private final List<Finding> findings;
  private final List<Judged> judged = new ArrayList<>();

  private Judgement(GameDay day, Course course, List<Finding> findings) {
    this.day = day;
    this.course = course;
    this.findings = findings;
  }

  /** Everything that it is judged by. */
  public static List<Judged> of(GameDay day, Course course, List<Finding> findings) {
    Judgement judgement = new Judgement(day, course, findings);
    judgement.steadyState("steady state before", course.before());
    judgement.method();
    judgement.steadyState("steady state at the end", course.after());
    judgement.rto();
    judgement.rpo();
    judgement.staleness();
    judgement.errors();
    judgement.checkers();
    judgement.rollback();
    return List.copyOf(judgement.judged);
  }

  /** What they come to: broken if one is, else unknown if one is. */
  public static Outcome overall(List<Judged> judged) {
    if (judged.stream().anyMatch(one -> one.outcome() == Outcome.BROKEN)) {
      return Outcome.BROKEN;
    }
    return judged.stream().anyMatch(one -> one.outcome() == Outcome.UNKNOWN)
        ? Outcome.UNKNOWN
        : Outcome.HELD;
  }

  /** What does not hold only because load was not there says nothing about the target. */
  private void steadyState(String what, Sample sample) {
    Unsteadiness why = new Unsteadiness(sample, day.workload());
    for (Tolerance tolerance : day.steadyState()) {
      OptionalDouble value = sample.of(tolerance.metric());
      Outcome outcome = Outcome.HELD;
      String measured =
          value.isPresent()
              ? Numbers.text(Math.round(value.getAsDouble() * 1000) / 1000.0)
              : "no operation ended";
      if (!tolerance.holds(value)) {
        boolean noLoad = tolerance.metric() == Metric.THROUGHPUT && why.ofThisMachine();
        outcome = value.isEmpty() || noLoad ? Outcome.UNKNOWN : Outcome.BROKEN;
        measured += "; " + why.words();
      }
      judged.add(new Judged(what, outcome, tolerance.toString(), measured));
    }
  }

  /** A fault that could not be injected proves nothing, and neither does one that met nobody. */
  private void method() {
    String asked = day.method().size() + (day.method().size() == 1 ? " step" : " steps");
    if (!course.problems().isEmpty()) {
      judged.add(
          new Judged("method", Outcome.UNKNOWN, asked, String.join("; ", course.problems())));
      return;
    }
    if (course.stoppedBy().isPresent()) {
      // That it ended early is why a rule may have met nobody.
      judged.add(
          new Judged(
              "method", Outcome.UNKNOWN, asked, "ended early by " + course.stoppedBy().get()));
      return;
    }
    List<String> reasons = new ArrayList<>();
    named("matched nothing", rule -> rule.matched() == 0).ifPresent(reasons::add);
    named("never fired", rule -> rule.matched() > 0 && rule.fired() == 0).ifPresent(reasons::add);
    if (course.injected().isEmpty()) {
      reasons.add("nothing was broken");
    } else if (course.operationsUnderFault() == 0) {
      reasons.add("no operation ended while it was broken");
    }
    if (!reasons.isEmpty()) {
      judged.add(new Judged("method", Outcome.UNKNOWN, asked, String.join("; ", reasons)));
      return;
    }
    judged.add(new Judged("method", Outcome.HELD, asked, "carried out"));
  }

  private Optional<String> named(String what, Predicate<Rig.RuleCount> which) {
    List<String> ids =
        course.rules().stream().filter(which).map(rule -> rule.id().toString()).toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join(", ", ids));
  }

  private void rto() {
    day.objectives()
        .rtoSeconds()
        .ifPresent(
            bound -> {
              String asked = "at most " + Numbers.text(bound) + " s";
              if (course.injected().isEmpty()) {
                judged.add(new Judged("RTO", Outcome.UNKNOWN, asked, "nothing was broken"));
              } else if (course.recoveryNanos().isEmpty()) {
                boolean ended = course.stoppedBy().filter("the user"::equals).isPresent();
                judged.add(
                    new Judged(
                        "RTO",
                        ended ? Outcome.UNKNOWN : Outcome.BROKEN,
                        asked,
                        ended ? "ended before" : "no steady state again"));
              } else {
                double seconds = course.recoveryNanos().getAsLong() / 1e9;
                judged.add(within("RTO", asked, seconds, bound, "%.1f s".formatted(seconds)));
              }
            });
  }

  private void rpo() {
    day.objectives()
        .rpoWrites()
        .ifPresent(
            bound ->
                measured(
                    "RPO",
                    Objective.RPO,
                    "lost_writes",
                    (double) bound,
                    "at most " + bound + " writes lost",
                    "%.0f writes lost"));
  }

  private void staleness() {
    day.objectives()
        .stalenessMs()
        .ifPresent(
            bound ->
                measured(
                    "staleness",
                    Objective.STALENESS,
                    "staleness_max_ms",
                    (double) bound,
                    "at most " + bound + " ms",
                    "%.1f ms"));
  }

  private void measured(
      String what, Objective objective, String measure, double bound, String asked, String format) {
    Optional<Finding> finding = objective.checker().flatMap(this::by);
    OptionalDouble value =
        finding.map(found -> value(found, measure)).orElse(OptionalDouble.empty());
    if (value.isEmpty()) {
      String reason = finding.map(Finding::summary).orElse("nobody measured it");
      judged.add(new Judged(what, Outcome.UNKNOWN, asked, reason));
    } else {
      judged.add(
          within(what, asked, value.getAsDouble(), bound, format.formatted(value.getAsDouble())));
    }
  }

  private static OptionalDouble value(Finding finding, String measure) {
    Double value = finding.measures().get(measure);
    return value == null || finding.word() == Finding.Word.UNKNOWN
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }

  private static Judged within(
      String what, String asked, double value, double bound, String measured) {
    return new Judged(what, value <= bound ? Outcome.HELD : Outcome.BROKEN, asked, measured);
  }

  private void errors() {
    day.objectives()
        .errorShare()
        .ifPresent(
            bound -> {
              String asked =
                  "at most " + percent(bound) + " from the fault until it was healed and steady";
              OptionalDouble share = course.errorShare();
              if (share.isEmpty()) {
                String reason =
                    course.injected().isEmpty() ? "nothing was broken" : "no operation ended";
                judged.add(new Judged("errors", Outcome.UNKNOWN, asked, reason));
              } else {
                double value = share.getAsDouble();
                judged.add(within("errors", asked, value, bound, percent(value)));
              }
            });
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(100 * share);
  }

  private void checkers() {
    for (Finding finding : findings) {
      boolean asked = day.checks().isEmpty() || day.checks().contains(finding.checker());
      if (asked && !withinBudget(finding)) {
        judged.add(
            new Judged(
                finding.checker(),
                switch (finding.word()) {
                  case VALID -> Outcome.HELD;
                  case INVALID -> Outcome.BROKEN;
                  case UNKNOWN -> Outcome.UNKNOWN;
                },
                "must be valid",
                finding.summary()));
      }
    }
  }

  /**
   * Whether all that the checker of lost writes found is what the objective counts, or how that
   * looks: an item that is missing while it is lost, where some may be; and where regions merge by
   * last writer wins an older value that comes back.
   */
  private boolean withinBudget(Finding finding) {
    boolean merges = day.regions().size() > 1 && !day.workload().strongRegions();
    return finding.word() == Finding.Word.INVALID
        && finding.checker().equals("lost-writes")
        && day.objectives().rpoWrites().isPresent()
        && (merges || value(finding, "resurrected_reads").orElse(1) == 0)
        && (day.objectives().rpoWrites().getAsLong() > 0 || none(finding, "vanished_reads"))
        && none(finding, "refused_in_effect")
        && none(finding, "values_from_nowhere");
  }

  private static boolean none(Finding finding, String measure) {
    return value(finding, measure).orElse(0) == 0;
  }

  private Optional<Finding> by(String checker) {
    return findings.stream().filter(finding -> finding.checker().equals(checker)).findFirst();
  }

  private void rollback() {
    boolean clean = course.leftovers().isEmpty();
    judged.add(
        new Judged(
            "rollback",
            clean ? Outcome.HELD : Outcome.BROKEN,
            "everything as before",
            clean
                ? "no rule is in force, every lever stands as before"
                : String.join("; ", course.leftovers())));
  }
}
