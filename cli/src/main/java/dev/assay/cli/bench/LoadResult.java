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
  record Measured(Workload workload, double equalPerSecond, List<Side> sides)
      implements LoadResult {

    /** Throughput of the first store over the second's, by rounds. */
    Optional<Spread> ratio() {
      return sides.size() < 2
          ? Optional.empty()
          : Optional.of(Spread.ofRatios(sides.get(0).perSecond(), sides.get(1).perSecond()));
    }

    /** The second store's processor time over the first's, where both are known. */
    OptionalDouble processorRatio() {
      return sides.size() == 2
              && sides.stream().allMatch(side -> side.processorMicros().isPresent())
          ? OptionalDouble.of(
              sides.get(1).processorMicros().getAsDouble()
                  / sides.get(0).processorMicros().getAsDouble())
          : OptionalDouble.empty();
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
   * @param processorMicros processor time of the store's process for one request at saturation;
   *     what else runs on the machine hardly changes it. Empty for stores elsewhere
   */
  record Side(
      String title,
      List<Double> perSecond,
      Measurement saturation,
      Measurement equalLoad,
      OptionalDouble processorMicros) {
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
