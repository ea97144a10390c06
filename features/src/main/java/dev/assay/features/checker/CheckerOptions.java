package dev.assay.features.checker;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How strictly to judge.
 *
 * @param allReads whether eventual reads are held to the promises of strong ones
 * @param strict whether transactions must keep the order of real time
 * @param staleness how old a read may be at most; without it staleness is only measured
 * @param versions how many newer writes a read may miss at most
 * @param budget configurations that a search may try before it says unknown
 */
public record CheckerOptions(
    boolean allReads,
    boolean strict,
    Optional<Duration> staleness,
    OptionalLong versions,
    int budget) {

  /** Strong reads only, strict, no bound on staleness, a million configurations a key. */
  public static CheckerOptions defaults() {
    return new CheckerOptions(false, true, Optional.empty(), OptionalLong.empty(), 1_000_000);
  }

  public CheckerOptions withAllReads(boolean all) {
    return new CheckerOptions(all, strict, staleness, versions, budget);
  }

  public CheckerOptions withStrict(boolean on) {
    return new CheckerOptions(allReads, on, staleness, versions, budget);
  }

  public CheckerOptions withStaleness(Duration bound) {
    return new CheckerOptions(allReads, strict, Optional.of(bound), versions, budget);
  }

  public CheckerOptions withVersions(long bound) {
    return new CheckerOptions(allReads, strict, staleness, OptionalLong.of(bound), budget);
  }

  public CheckerOptions withBudget(int configurations) {
    return new CheckerOptions(allReads, strict, staleness, versions, configurations);
  }
}
