package dev.assay.features.checker;

import java.util.List;

/** Exact quantiles of what was measured. */
record Quantiles(List<Double> sorted) {
  static Quantiles of(List<Double> values) {
    return new Quantiles(values.stream().sorted().toList());
  }

  /** The least value that so large a share does not exceed; 0 when there is none. */
  double at(double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  double max() {
    return at(1);
  }
}
