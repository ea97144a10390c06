package dev.assay.cli.bench;

import java.util.List;

/**
 * What a bench of proxies found out.
 *
 * @param load one row for each workload; the first side of each is the direct way
 */
public record ProxyBenchResult(List<LoadResult> load) {

  /** Whether every request of every measurement was answered as it should be. */
  public boolean isValid() {
    return load.stream()
        .noneMatch(
            result ->
                result instanceof LoadResult.Measured measured && measured.invalid().isPresent());
  }
}
