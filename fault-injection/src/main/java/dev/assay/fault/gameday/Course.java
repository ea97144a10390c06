package dev.assay.fault.gameday;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a game day went, as far as the runner saw it; what the checkers say comes beside it. Times
 * are nanoseconds since 1970.
 *
 * @param seconds the load, second by second, from its begin, the warm-up included
 * @param secondsFrom when the first of them began
 * @param steadyBefore the tolerances of the steady state, with whether each held before the fault
 * @param steadyAfter the same at the end
 * @param injected when the first thing was broken
 * @param firstError when the first operation after that failed, to the second
 * @param failedOver when the clients were last sent to another table or region
 * @param healed when everything was undone
 * @param recovered from when on the steady state held again, to the second
 * @param stoppedBy why the fault phase ended early, if it did
 * @param problems what could not be done, and so what is not known
 * @param leftovers what was not as before after the rollback; empty is the proof that all was
 *     undone
 * @param rules the rules of the method, with how often each matched and fired
 */
public record Course(
    List<Happening> happenings,
    List<Sample> seconds,
    long secondsFrom,
    Map<Tolerance, Boolean> steadyBefore,
    Map<Tolerance, Boolean> steadyAfter,
    OptionalLong injected,
    OptionalLong firstError,
    OptionalLong failedOver,
    OptionalLong healed,
    OptionalLong recovered,
    Optional<String> stoppedBy,
    List<String> problems,
    List<String> leftovers,
    List<Rig.RuleCount> rules) {

  /** Whether the hypothesis held: steady before, and steady again at the end. */
  public boolean hypothesisHeld() {
    return holds(steadyBefore) && holds(steadyAfter);
  }

  private static boolean holds(Map<Tolerance, Boolean> tolerances) {
    return !tolerances.isEmpty() && tolerances.values().stream().allMatch(Boolean::booleanValue);
  }

  /**
   * Nanoseconds from the first error to the recovery; empty without either. Zero without errors,
   * unless the clients had to be sent elsewhere: then what they had was wrong up to that moment,
   * from the fault on, whether it answered or not.
   */
  public OptionalLong recoveryNanos() {
    if (injected.isEmpty() || recovered.isEmpty()) {
      return OptionalLong.empty();
    }
    long byErrors = firstError.isEmpty() ? 0 : recovered.getAsLong() - firstError.getAsLong();
    long byFailover = failedOver.isEmpty() ? 0 : failedOver.getAsLong() - injected.getAsLong();
    return OptionalLong.of(Math.max(0, Math.max(byErrors, byFailover)));
  }

  /** Operations that failed from the fault to the recovery, of all: 0 to 1. */
  public double errorShare() {
    if (injected.isEmpty()) {
      return 0;
    }
    long bad = 0;
    long all = 0;
    long until = recovered.orElse(Long.MAX_VALUE);
    for (int i = 0; i < seconds.size(); i++) {
      long begin = secondsFrom + i * 1_000_000_000L;
      if (begin + 1_000_000_000L > injected.getAsLong() && begin < until) {
        Sample sample = seconds.get(i);
        bad += sample.failed() + sample.inDoubt();
        all += sample.ok() + sample.failed() + sample.inDoubt();
      }
    }
    return all == 0 ? 0 : (double) bad / all;
  }
}
