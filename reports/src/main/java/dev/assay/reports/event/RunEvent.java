package dev.assay.reports.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened during a run. Events are appended as they happen and never changed; every
 * document is a reading of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "run-started"),
  @JsonSubTypes.Type(value = RunEvent.ScenarioStarted.class, name = "scenario-started"),
  @JsonSubTypes.Type(value = RunEvent.ScenarioFinished.class, name = "scenario-finished"),
  @JsonSubTypes.Type(value = RunEvent.RunFinished.class, name = "run-finished"),
})
public sealed interface RunEvent {

  /**
   * The first event of a run.
   *
   * @param commandLine the command as it was typed, ready to be pasted
   * @param total how many scenarios the selection holds: the denominator, whatever happens later
   */
  record RunStarted(
      String runId,
      Instant start,
      Target target,
      AssayBuild build,
      long seed,
      String commandLine,
      Selection selection,
      int total)
      implements RunEvent {
    public RunStarted {
      if (total < 0) {
        throw new IllegalArgumentException("total must not be negative, was " + total);
      }
    }
  }

  /** A scenario left the queue; without its {@link ScenarioFinished} it was cut short. */
  record ScenarioStarted(String id, Instant start) implements RunEvent {}

  /**
   * A scenario's verdict with its evidence.
   *
   * @param reason why it is not a PASS, in one sentence; empty for a PASS
   * @param failure what was expected and what came instead; always there for a FAIL
   */
  record ScenarioFinished(
      Scenario scenario,
      Outcome outcome,
      String reason,
      Instant start,
      Duration duration,
      List<Step> steps,
      @Nullable Failure failure)
      implements RunEvent {
    public ScenarioFinished {
      steps = List.copyOf(steps);
      if (outcome == Outcome.FAIL) {
        Objects.requireNonNull(failure, "a FAIL carries its failure");
      }
    }
  }

  /**
   * The last event of a run; a run without it was interrupted too.
   *
   * @param interrupted whether scenarios of the selection were left out, for example by Ctrl-C or
   *     fail-fast
   */
  record RunFinished(Instant end, boolean interrupted) implements RunEvent {}
}
