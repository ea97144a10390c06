package dev.assay.reports.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened during a game day. Events are appended as they happen and never changed;
 * every document is a reading of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GameDayEvent.DayStarted.class, name = "game-day-started"),
  @JsonSubTypes.Type(value = GameDayEvent.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = GameDayEvent.Measured.class, name = "measured"),
  @JsonSubTypes.Type(value = GameDayEvent.Moments.class, name = "moments"),
  @JsonSubTypes.Type(value = GameDayEvent.Checked.class, name = "checked"),
  @JsonSubTypes.Type(value = GameDayEvent.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = GameDayEvent.DayFinished.class, name = "game-day-finished"),
})
public sealed interface GameDayEvent {

  /**
   * The first event.
   *
   * @param about what it is meant to show; may be empty
   * @param plan what was going to be done, line by line
   * @param commandLine the command as it was typed, ready to be pasted
   */
  record DayStarted(
      String runId,
      Instant start,
      String title,
      String about,
      Target target,
      AssayBuild build,
      long seed,
      String commandLine,
      String workload,
      List<String> plan)
      implements GameDayEvent {
    public DayStarted {
      plan = List.copyOf(plan);
    }
  }

  /**
   * Something was done or seen.
   *
   * @param kind {@code phase}, {@code action}, {@code problem}, {@code observation} or {@code
   *     rollback}
   */
  record Happened(Instant at, String kind, String words) implements GameDayEvent {}

  /** The load, second by second. */
  record Measured(Instant from, List<Second> seconds) implements GameDayEvent {
    public Measured {
      seconds = List.copyOf(seconds);
    }
  }

  /**
   * What ended in one second.
   *
   * @param inDoubt operations of which nobody knows whether they were done
   * @param p50Ms median latency of what ended well; null if nothing did
   */
  record Second(
      long ok, long failed, long inDoubt, @Nullable Double p50Ms, @Nullable Double p99Ms) {}

  /**
   * The moments that matter, null where they did not come, and what was left behind.
   *
   * @param injected the first thing was broken
   * @param detected the first second had ended in which the steady state did not hold
   * @param failedOver the clients were sent elsewhere
   * @param healed everything was undone
   * @param recovered the steady state held again
   * @param converged the final reads of all endpoints agreed
   * @param recoverySeconds the measured RTO
   * @param errorShare operations that failed from the fault until it was healed and steady, 0 to 1;
   *     null if none ended
   * @param stoppedBy why the fault ended early
   * @param problems what could not be done
   * @param leftovers what was not as before after the rollback
   */
  record Moments(
      @Nullable Instant injected,
      @Nullable Instant firstError,
      @Nullable Instant detected,
      @Nullable Instant failedOver,
      @Nullable Instant healed,
      @Nullable Instant recovered,
      @Nullable Instant converged,
      @Nullable Double recoverySeconds,
      @Nullable Double errorShare,
      @Nullable String stoppedBy,
      List<String> problems,
      List<String> leftovers,
      List<RuleCount> rules)
      implements GameDayEvent {
    public Moments {
      problems = List.copyOf(problems);
      leftovers = List.copyOf(leftovers);
      rules = List.copyOf(rules);
    }
  }

  /** How often a rule of the proxy matched and fired. */
  record RuleCount(String id, long matched, long fired) {}

  /**
   * A checker's verdict.
   *
   * @param verdict {@code valid}, {@code invalid} or {@code unknown}
   * @param measures by name with its unit last
   * @param words the counterexample, line by line; empty if there is none
   * @param svg the counterexample as a picture
   */
  record Checked(
      String checker,
      String verdict,
      String summary,
      Map<String, Double> measures,
      List<String> words,
      @Nullable String svg)
      implements GameDayEvent {
    public Checked {
      measures = Map.copyOf(measures);
      words = List.copyOf(words);
    }
  }

  /**
   * Something that the game day is judged by.
   *
   * @param outcome PASS, FAIL, or ERROR if nobody knows
   */
  record Judged(String what, Outcome outcome, String asked, String measured)
      implements GameDayEvent {}

  /**
   * The last event; a game day without it was cut short.
   *
   * @param interrupted whether the user ended it
   */
  record DayFinished(Instant end, boolean interrupted) implements GameDayEvent {}
}
