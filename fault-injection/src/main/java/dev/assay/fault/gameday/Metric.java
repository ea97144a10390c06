package dev.assay.fault.gameday;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be measured of the load while it runs, over the last second or over a phase. */
public enum Metric {
  /** Operations that ended well, of all that ended: 0 to 1. */
  SUCCESS_SHARE("success_share"),
  /** Operations that ended in an error or in doubt, of all that ended: 0 to 1. */
  ERROR_SHARE("error_share"),
  /** Operations that ended well in a second. */
  THROUGHPUT("throughput_per_s"),
  /** Median latency of operations that ended well, in milliseconds. */
  P50_MS("p50_ms"),
  /** 99th percentile of the latency of operations that ended well, in milliseconds. */
  P99_MS("p99_ms");

  private final String word;

  Metric(String word) {
    this.word = word;
  }

  /** As a file spells it. */
  public String word() {
    return word;
  }

  static Optional<Metric> of(String word) {
    return Arrays.stream(values()).filter(metric -> metric.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Metric::word).toList();
  }
}
