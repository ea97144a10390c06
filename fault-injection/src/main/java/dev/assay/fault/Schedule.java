package dev.assay.fault;

import java.util.OptionalLong;

/**
 * How often a rule fires among the calls that match it. All conditions that are given must hold.
 *
 * @param share probability that a call is chosen, 0 to 1
 * @param nthCall only this matching call, counted from 1
 * @param everyNth only each nth matching call
 * @param limit the rule fires at most so many times
 * @param window when it is at work
 * @param maxActive at most so many requests suffer it at the same time
 */
public record Schedule(
    double share,
    OptionalLong nthCall,
    OptionalLong everyNth,
    OptionalLong limit,
    Window window,
    OptionalLong maxActive) {
  private static final Schedule ALWAYS =
      new Schedule(
          1,
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Window.ALWAYS,
          OptionalLong.empty());

  /** Throws {@link RuleFormatException} when out of bounds. */
  public Schedule {
    if (!(share >= 0 && share <= 1)) {
      throw new RuleFormatException(
          "schedule.share", "must be a number between 0 and 1, was " + share);
    }
    requirePositive("schedule.nth_call", nthCall);
    requirePositive("schedule.every_nth", everyNth);
    requirePositive("schedule.limit", limit);
    requirePositive("schedule.max_active", maxActive);
  }

  /** Every matching call, without end. */
  public static Schedule always() {
    return ALWAYS;
  }

  /** This schedule with another share of calls. */
  public Schedule withShare(double newShare) {
    return new Schedule(newShare, nthCall, everyNth, limit, window, maxActive);
  }

  /** This schedule for the nth matching call only. */
  public Schedule withNthCall(long nth) {
    return new Schedule(share, OptionalLong.of(nth), everyNth, limit, window, maxActive);
  }

  /** This schedule for each nth matching call. */
  public Schedule withEveryNth(long nth) {
    return new Schedule(share, nthCall, OptionalLong.of(nth), limit, window, maxActive);
  }

  /** This schedule, firing at most so many times. */
  public Schedule withLimit(long newLimit) {
    return new Schedule(share, nthCall, everyNth, OptionalLong.of(newLimit), window, maxActive);
  }

  /** This schedule at other times. */
  public Schedule withWindow(Window newWindow) {
    return new Schedule(share, nthCall, everyNth, limit, newWindow, maxActive);
  }

  /** This schedule with at most so many requests at the same time. */
  public Schedule withMaxActive(long most) {
    return new Schedule(share, nthCall, everyNth, limit, window, OptionalLong.of(most));
  }

  /** Whether the nth matching call is one of those that are meant, chance left aside. */
  boolean means(long call) {
    return (nthCall.isEmpty() || nthCall.getAsLong() == call)
        && (everyNth.isEmpty() || call % everyNth.getAsLong() == 0);
  }

  private static void requirePositive(String field, OptionalLong value) {
    if (value.isPresent() && value.getAsLong() < 1) {
      throw new RuleFormatException(
          field, "must be a whole number from 1, was " + value.getAsLong());
    }
  }
}
