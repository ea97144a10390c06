package dev.assay.cli.bench;

import java.util.List;

/**
 * All that a bench found out.
 *
 * @param titles the store under test, then the one that it is compared with, if there is one
 * @param startup empty when it was not asked for, no store can be started, or there was no time
 * @param load likewise
 * @param memory likewise
 */
public record BenchResult(
    List<String> titles,
    List<StartupPart.Result> startup,
    List<LoadResult> load,
    List<MemoryPart.Result> memory) {

  /** Whether every request of every measurement was answered as it should be. */
  public boolean isValid() {
    return load.stream()
        .noneMatch(
            result ->
                result instanceof LoadResult.Measured measured && measured.invalid().isPresent());
  }
}
