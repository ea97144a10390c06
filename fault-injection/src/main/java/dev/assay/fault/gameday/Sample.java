package dev.assay.fault.gameday;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What ended in a stretch of time.
 *
 * @param seconds its length
 * @param ok operations that ended well
 * @param failed operations that were refused or failed
 * @param inDoubt operations of which nobody knows whether they were done
 * @param errors how often the bad ones ended in which error, by its name
 * @param waitedSeconds how long the clients waited for answers, all together; also for those that
 *     had not come by its end
 * @param p50Ms median latency of those that ended well
 * @param p99Ms 99th percentile of it
 */
public record Sample(
    double seconds,
    long ok,
    long failed,
    long inDoubt,
    Map<String, Long> errors,
    double waitedSeconds,
    OptionalDouble p50Ms,
    OptionalDouble p99Ms) {

  /** Copies the errors. */
  public Sample {
    errors = Map.copyOf(errors);
  }

  /** How many ended, well or not. */
  public long ended() {
    return ok + failed + inDoubt;
  }

  /** The metric's value; empty if nothing ended that it could be measured of. */
  public OptionalDouble of(Metric metric) {
    long all = ended();
    return switch (metric) {
      case SUCCESS_SHARE ->
          all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) ok / all);
      case ERROR_SHARE ->
          all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (failed + inDoubt) / all);
      case THROUGHPUT -> OptionalDouble.of(ok / seconds);
      case P50_MS -> p50Ms;
      case P99_MS -> p99Ms;
    };
  }
}
