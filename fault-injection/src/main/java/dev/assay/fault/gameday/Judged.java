package dev.assay.fault.gameday;

/**
 * One thing that a game day is judged by.
 *
 * @param what the hypothesis, an objective, a checker or the rollback
 * @param asked what was asked for, in a few words
 * @param measured what came of it, in a few words
 */
public record Judged(String what, Outcome outcome, String asked, String measured) {
  /** Whether it was kept. */
  public enum Outcome {
    HELD,
    BROKEN,
    /** Nobody knows; never taken for held. */
    UNKNOWN
  }
}
