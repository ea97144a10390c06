package dev.assay.reports.event;

import java.util.List;

/**
 * A scenario as its feature file states it.
 *
 * @param id never reused or renumbered, for example {@code PUT-COND-007}
 * @param feature path of the feature file
 * @param line where the scenario starts in it, from 1
 * @param requirement the text of the {@code Rule} that it stands under
 * @param sources where the requirement comes from, for example {@code facts-017}
 * @param tier {@code core}, {@code complete}, {@code strict} or {@code resilient}
 * @param operations API operations that it is about
 * @param needs capabilities without which it is UNSUPPORTED
 * @param unconfirmed whether the sources leave the exact detail open
 * @param rerunCommand the command that runs only this scenario, with the same seed
 */
public record Scenario(
    String id,
    String name,
    String feature,
    int line,
    String requirement,
    List<String> sources,
    String tier,
    List<String> operations,
    List<String> needs,
    boolean unconfirmed,
    String rerunCommand) {
  public Scenario {
    sources = List.copyOf(sources);
    operations = List.copyOf(operations);
    needs = List.copyOf(needs);
  }
}
