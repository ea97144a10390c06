package dev.assay.fault;

import java.util.OptionalLong;

/**
 * How often a rule fires among the calls that match it. All conditions that are given must hold.
 *
 * @param share probability that a call is chosen, 0 to 1
 * @param nthCall only this matching call, counted from 1
 * @param limit the rule fires at most so many times
 */
public record Schedule(double share, OptionalLong nthCall, OptionalLong limit) {
  /** Throws {@link RuleFormatException} when out of bounds. */
  public Schedule {
    if (!(share >= 0 && share <= 1)) {
      throw new RuleFormatException(
          "schedule.share", "must be a number between 0 and 1, was " + share);
    }
    requirePositive("schedule.nth_call", nthCall);
    requirePositive("schedule.limit", limit);
  }

  /** Every matching call, without end. */
  public static Schedule always() {
    return new Schedule(1, OptionalLong.empty(), OptionalLong.empty());
  }

  /** This schedule with another share of calls. */
  public Schedule withShare(double newShare) {
    return new Schedule(newShare, nthCall, limit);
  }

  /** This schedule for the nth matching call only. */
  public Schedule withNthCall(long newNthCall) {
    return new Schedule(share, OptionalLong.of(newNthCall), limit);
  }

  /** This schedule, firing at most so many times. */
  public Schedule withLimit(long newLimit) {
    return new Schedule(share, nthCall, OptionalLong.of(newLimit));
  }

  private static void requirePositive(String field, OptionalLong value) {
    if (value.isPresent() && value.getAsLong() < 1) {
      throw new RuleFormatException(
          field, "must be a whole number from 1, was " + value.getAsLong());
    }
  }
}
