package dev.assay.cli.gameday;

import dev.assay.fault.gameday.Course;
import dev.assay.fault.gameday.Finding;
import dev.assay.fault.gameday.Happening;
import dev.assay.fault.gameday.Judged;
import dev.assay.fault.gameday.Sample;
import dev.assay.features.checker.Verdict;
import dev.assay.reports.event.GameDayEvent;
import dev.assay.reports.event.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says in the words of the reports what the experiment and the checkers found out. */
final class DayEvents {
  private DayEvents() {}

  static GameDayEvent of(Happening happening) {
    return new GameDayEvent.Happened(
        instant(happening.nanos()),
        happening.kind().name().toLowerCase(Locale.ROOT),
        happening.words());
  }

  static GameDayEvent measured(Course course) {
    return new GameDayEvent.Measured(
        instant(course.secondsFrom()), course.seconds().stream().map(DayEvents::second).toList());
  }

  private static GameDayEvent.Second second(Sample sample) {
    return new GameDayEvent.Second(
        sample.ok(), sample.failed(), sample.inDoubt(), or(sample.p50Ms()), or(sample.p99Ms()));
  }

  private static @Nullable Double or(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /**
   * @param converged nanoseconds since 1970
   */
  static GameDayEvent moments(Course course, OptionalLong converged) {
    OptionalLong recovery = course.recoveryNanos();
    return new GameDayEvent.Moments(
        or(course.injected()),
        or(course.firstError()),
        or(course.detected()),
        or(course.failedOver()),
        or(course.healed()),
        or(course.recovered()),
        or(converged),
        recovery.isPresent() ? recovery.getAsLong() / 1e9 : null,
        or(course.errorShare()),
        course.stoppedBy().orElse(null),
        course.problems(),
        course.leftovers(),
        course.rules().stream()
            .map(
                rule ->
                    new GameDayEvent.RuleCount(rule.id().toString(), rule.matched(), rule.fired()))
            .toList());
  }

  private static @Nullable Instant or(OptionalLong nanos) {
    return nanos.isPresent() ? instant(nanos.getAsLong()) : null;
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }

  static GameDayEvent of(String checker, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Invalid invalid ->
          new GameDayEvent.Checked(
              checker,
              verdict.word(),
              verdict.summary(),
              verdict.measures(),
              invalid.counterexample().words(),
              invalid.counterexample().svg());
      case Verdict.Valid valid -> without(checker, verdict);
      case Verdict.Unknown unknown -> without(checker, verdict);
    };
  }

  private static GameDayEvent without(String checker, Verdict verdict) {
    return new GameDayEvent.Checked(
        checker, verdict.word(), verdict.summary(), verdict.measures(), List.of(), null);
  }

  static Finding finding(String checker, Verdict verdict) {
    return new Finding(
        checker,
        switch (verdict) {
          case Verdict.Valid valid -> Finding.Word.VALID;
          case Verdict.Invalid invalid -> Finding.Word.INVALID;
          case Verdict.Unknown unknown -> Finding.Word.UNKNOWN;
        },
        verdict.summary(),
        verdict.measures());
  }

  static GameDayEvent of(Judged judged) {
    return new GameDayEvent.Judged(
        judged.what(),
        switch (judged.outcome()) {
          case HELD -> Outcome.PASS;
          case BROKEN -> Outcome.FAIL;
          case UNKNOWN -> Outcome.ERROR;
        },
        judged.asked(),
        judged.measured());
  }
}
