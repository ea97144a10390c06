package dev.assay.fault.gameday;

/**
 * Something that happened on a game day.
 *
 * @param nanos since 1970
 * @param words in a few words, for people
 */
public record Happening(long nanos, Kind kind, String words) {
  /** What sort of thing. */
  public enum Kind {
    PHASE,
    ACTION,
    /** An action that could not be done. */
    PROBLEM,
    OBSERVATION,
    ROLLBACK
  }
}
