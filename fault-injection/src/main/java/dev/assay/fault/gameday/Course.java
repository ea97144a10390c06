package dev.assay.fault.gameday;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a game day went, as far as the runner saw it; what the checkers say comes beside it. Times
 * are nanoseconds since 1970.
 *
 * @param seconds the load, second by second, from its begin, the warm-up included
 * @param secondsFrom when the first of them began
 * @param before the load over the baseline, by which the steady state is judged before the fault
 * @param after the load by which it is judged at the end
 * @param injected when the first thing was broken
 * @param firstError when the first operation after that failed, to the second
 * @param detected when the first second after that had ended in which the steady state did not
 *     hold: whoever watches it knows from then on
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
    Sample before,
    Sample after,
    OptionalLong injected,
    OptionalLong firstError,
    OptionalLong detected,
    OptionalLong failedOver,
    OptionalLong healed,
    OptionalLong recovered,
    Optional<String> stoppedBy,
    List<String> problems,
    List<String> leftovers,
    List<Rig.RuleCount> rules) {

  /**
   * Nanoseconds from the first error, or the first second that was not steady, to the recovery;
   * empty without a recovery. Zero without a disturbance, unless the clients had to be sent
   * elsewhere: then what they had was wrong up to that moment, from the fault on, whether it
   * answered or not.
   */
  public OptionalLong recoveryNanos() {
    if (injected.isEmpty() || recovered.isEmpty()) {
      return OptionalLong.empty();
    }
    long disturbed =
        Math.min(
            firstError.orElse(Long.MAX_VALUE),
            detected.isEmpty()
                ? Long.MAX_VALUE
                : Math.max(injected.getAsLong(), detected.getAsLong() - Observer.SECOND_NANOS));
    long byErrors = disturbed == Long.MAX_VALUE ? 0 : recovered.getAsLong() - disturbed;
    long byFailover = failedOver.isEmpty() ? 0 : failedOver.getAsLong() - injected.getAsLong();
    return OptionalLong.of(Math.max(0, Math.max(byErrors, byFailover)));
  }

  /**
   * Operations that failed from the fault until all was healed and steady again, of all: 0 to 1.
   * Empty if nothing was broken, or no operation ended.
   */
  public OptionalDouble errorShare() {
    if (injected.isEmpty()) {
      return OptionalDouble.empty();
    }
    long bad = 0;
    long all = 0;
    long until = Math.max(healed.orElse(Long.MAX_VALUE), recovered.orElse(Long.MAX_VALUE));
    for (int i = 0; i < seconds.size(); i++) {
      long begin = secondsFrom + i * Observer.SECOND_NANOS;
      if (begin + Observer.SECOND_NANOS > injected.getAsLong() && begin < until) {
        Sample sample = seconds.get(i);
        bad += sample.failed() + sample.inDoubt();
        all += sample.ok() + sample.failed() + sample.inDoubt();
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) bad / all);
  }

  /** Operations that ended, well or not, from the fault to the healing. */
  public long operationsUnderFault() {
    if (injected.isEmpty()) {
      return 0;
    }
    long count = 0;
    for (int i = 0; i < seconds.size(); i++) {
      long begin = secondsFrom + i * Observer.SECOND_NANOS;
      if (begin + Observer.SECOND_NANOS > injected.getAsLong()
          && begin < healed.orElse(Long.MAX_VALUE)) {
        Sample sample = seconds.get(i);
        count += sample.ok() + sample.failed() + sample.inDoubt();
      }
    }
    return count;
  }
}
