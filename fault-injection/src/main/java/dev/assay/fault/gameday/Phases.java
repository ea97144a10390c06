package dev.assay.fault.gameday;

/**
 * How long each phase lasts, in seconds.
 *
 * @param warmup load that nobody measures: a target that has just started is slow
 * @param baseline load without a fault, in which the steady state has to hold
 * @param fault from the first step of the method to the rollback
 * @param recovery longest time for the steady state to hold again
 */
public record Phases(int warmup, int baseline, int fault, int recovery) {
  /** Longest that a phase may last: an hour. */
  public static final int MAX_SECONDS = 3_600;

  public int total() {
    return warmup + baseline + fault + recovery;
  }
}
