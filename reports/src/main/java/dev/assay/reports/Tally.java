package dev.assay.reports;

import dev.assay.reports.event.Outcome;

/**
 * How many scenarios ended how.
 *
 * @param notReached scenarios of the selection that an interrupted run has no verdict on; they stay
 *     in the denominator
 */
public record Tally(int pass, int fail, int unsupported, int error, int notReached) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** The denominator of both numbers: every scenario of the selection. */
  public int all() {
    return pass + fail + unsupported + error + notReached;
  }

  /** Scenarios with a verdict of any kind. */
  public int finished() {
    return all() - notReached;
  }

  /** Share of all scenarios in which the store behaves otherwise than required, 0 to 1. */
  public double divergence() {
    return shareOfAll(fail);
  }

  /** Share of all scenarios that found out how the store behaves, 0 to 1. */
  public double coverage() {
    return shareOfAll(pass + fail);
  }

  private double shareOfAll(int part) {
    return all() == 0 ? 0 : (double) part / all();
  }

  Tally plus(Outcome outcome) {
    return switch (outcome) {
      case PASS -> new Tally(pass + 1, fail, unsupported, error, notReached);
      case FAIL -> new Tally(pass, fail + 1, unsupported, error, notReached);
      case UNSUPPORTED -> new Tally(pass, fail, unsupported + 1, error, notReached);
      case ERROR -> new Tally(pass, fail, unsupported, error + 1, notReached);
    };
  }

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        pass + other.pass,
        fail + other.fail,
        unsupported + other.unsupported,
        error + other.error,
        notReached + other.notReached);
  }

  /** The same verdicts out of a selection of {@code total}. */
  Tally outOf(int total) {
    return new Tally(pass, fail, unsupported, error, Math.max(0, total - finished()));
  }
}
