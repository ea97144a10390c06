package dev.assay.reports.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened while the suite was tried on mutants: stores that are wrong on purpose.
 * Events are appended as they happen and never changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MutantEvent.TrialStarted.class, name = "trial-started"),
  @JsonSubTypes.Type(value = MutantEvent.BaselineFinished.class, name = "baseline-finished"),
  @JsonSubTypes.Type(value = MutantEvent.MutantStarted.class, name = "mutant-started"),
  @JsonSubTypes.Type(value = MutantEvent.MutantFinished.class, name = "mutant-finished"),
  @JsonSubTypes.Type(value = MutantEvent.TrialFinished.class, name = "trial-finished"),
})
public sealed interface MutantEvent {

  /**
   * A mutant as it is to be tried.
   *
   * @param claim what the store then does wrong, as half a sentence
   * @param operations API operations that it may change
   * @param waitingFor what the suite lacks to exercise it, when that is known; else empty
   */
  record Mutant(String name, String claim, List<String> operations, String waitingFor) {
    public Mutant {
      operations = List.copyOf(operations);
    }
  }

  /** A scenario by which a mutant may be caught. */
  record Candidate(String id, String name) {}

  /** What the suite made of a mutant. */
  enum Verdict {
    /** At least one scenario failed that passes without the mutant. */
    CAUGHT,
    /** Exchanges were changed and no scenario failed: a hole in the suite. */
    SURVIVED,
    /** No exchange was changed, so that the suite says nothing about it. */
    NOT_EXERCISED,
    /** The same, and it is known what the suite lacks. */
    WAITING
  }

  /**
   * The first event.
   *
   * @param commandLine the command as it was typed, ready to be pasted
   * @param enough how many scenarios must fail before a mutant counts as caught and is left; 0 when
   *     every scenario runs on every mutant
   */
  record TrialStarted(
      Instant start,
      Target target,
      AssayBuild build,
      long seed,
      String commandLine,
      Selection selection,
      List<Mutant> mutants,
      int enough)
      implements MutantEvent {
    public TrialStarted {
      mutants = List.copyOf(mutants);
    }
  }

  /**
   * The suite has run without any mutant.
   *
   * @param candidates the scenarios that passed; only these are tried
   * @param leftOut ids of those that did not, which say nothing about mutants
   */
  record BaselineFinished(Instant end, List<Candidate> candidates, List<String> leftOut)
      implements MutantEvent {
    public BaselineFinished {
      candidates = List.copyOf(candidates);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A mutant is at work from now on. */
  record MutantStarted(String mutant, Instant start) implements MutantEvent {}

  /**
   * A mutant's trial is over.
   *
   * @param changedExchanges how many exchanges it changed in any way
   * @param ran ids of the scenarios that reached an end under it
   * @param killers ids of those that failed
   * @param errors ids of those of which nobody knows; they do not count as failed
   */
  record MutantFinished(
      String mutant,
      Verdict verdict,
      long changedExchanges,
      List<String> ran,
      List<String> killers,
      List<String> errors,
      Instant end)
      implements MutantEvent {
    public MutantFinished {
      ran = List.copyOf(ran);
      killers = List.copyOf(killers);
      errors = List.copyOf(errors);
    }
  }

  /**
   * The last event.
   *
   * @param interrupted whether mutants were left out, for example by Ctrl-C
   */
  record TrialFinished(Instant end, boolean interrupted) implements MutantEvent {}
}
