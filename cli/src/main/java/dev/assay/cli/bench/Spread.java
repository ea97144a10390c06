package dev.assay.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The same thing measured several times.
 *
 * @param median the middle one, or the mean of the middle two
 */
record Spread(double least, double median, double most) {

  /** Of at least one value. */
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return new Spread(
        sorted.getFirst(),
        (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2,
        sorted.getLast());
  }

  /**
   * The ratios of what was measured in the same rounds. Neighbours in time met the same noise, so
   * their ratio says more than the ratio of two medians.
   */
  static Spread ofRatios(List<Double> ours, List<Double> theirs) {
    return of(
        IntStream.range(0, Math.min(ours.size(), theirs.size()))
            .mapToObj(round -> ours.get(round) / theirs.get(round))
            .toList());
  }
}
