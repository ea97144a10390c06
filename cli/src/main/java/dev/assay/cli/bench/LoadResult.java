package dev.assay.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How stores did under one workload. */
sealed interface LoadResult {
  Workload workload();

  /** It was not measured, for that reason. */
  record LeftOut(Workload workload, String reason) implements LoadResult {}

  /**
   * It was.
   *
   * @param equalPerSecond requests a second at which the latencies were taken
   * @param sides the store under test, then the one that it is compared with, if there is one
   */
  record Measured(Workload workload, double equalPerSecond, List<Side> sides) implements LoadResult {

    /** Throughput of the first store over the second's, by rounds. */
    Optional<Spread> ratio() {
      return sides.size() < 2
          ? Optional.empty()
          : Optional.of(Spread.ofRatios(sides.get(0).perSecond(), sides.get(1).perSecond()));
    }

    /** The second store's latency over the first's. */
    OptionalDouble latencyRatio(double percentile) {
      return sides.size() < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              sides.get(1).equalLoad().millisAt(percentile) / sides.get(0).equalLoad().millisAt(percentile));
    }

    /** What went wrong first, if anything did: the whole row is then void. */
    Optional<String> invalid() {
      return sides.stream().flatMap(side -> side.invalid().stream()).findFirst();
    }
  }

  /**
   * One store's share.
   *
   * @param perSecond right answers a second at saturation, by rounds
   * @param saturation all those rounds
   * @param equalLoad all rounds at the equal rate
   */
  record Side(String title, List<Double> perSecond, Measurement saturation, Measurement equalLoad) {
    Optional<String> invalid() {
      long errors = saturation.errors() + equalLoad.errors();
      return errors == 0
          ? Optional.empty()
          : Optional.of(
              "%s: %d of %d requests failed, first: %s"
                  .formatted(
                      title,
                      errors,
                      saturation.requests() + equalLoad.requests(),
                      saturation.firstError().or(equalLoad::firstError).orElse("?")));
    }
  }
}
