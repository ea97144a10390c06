package dev.assay.fault.gameday;

/** The time of a game day, and its waiting. */
public interface Pace {
  /** Nanoseconds since 1970. */
  long nanos();

  /**
   * Waits.
   *
   * @return false if the user wants it to end, at once and from then on
   */
  boolean waitUntil(long nanos);
}
