package dev.assay.features.checker;

import java.util.SequencedMap;

/** What a checker says about a history. */
public sealed interface Verdict {
  /** In one sentence. */
  String summary();

  /** What was measured on the way, by name with its unit last: {@code staleness_p99_ms}. */
  SequencedMap<String, Double> measures();

  /** The word for it: valid, invalid or unknown. */
  default String word() {
    return switch (this) {
      case Valid valid -> "valid";
      case Invalid invalid -> "invalid";
      case Unknown unknown -> "unknown";
    };
  }

  /**
   * The same where what it was drawn from is not whole: then nobody knows, and what was found is
   * said as the reason.
   *
   * @param why what is missing, as half a sentence
   */
  default Verdict withheld(String why) {
    return new Unknown(why + "; by what there is: " + word() + ", " + summary(), measures());
  }

  /** Nothing in the history breaks the promise. */
  record Valid(String summary, SequencedMap<String, Double> measures) implements Verdict {}

  /** The history cannot be, if the promise was kept. */
  record Invalid(
      String summary, Counterexample counterexample, SequencedMap<String, Double> measures)
      implements Verdict {}

  /** The history does not tell, or it would take too long; the summary is the reason. */
  record Unknown(String summary, SequencedMap<String, Double> measures) implements Verdict {}
}
