package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * How old what reads saw was: since when a newer write had been acknowledged, and how many. Both
 * are lower bounds, because a write on its way may have taken effect at any moment of that. Without
 * a bound they are only measured, except that a strong read must not be stale at all.
 */
final class StalenessChecker implements Checker {
  @Override
  public String name() {
    return "staleness";
  }

  @Override
  public String about() {
    return "strong reads are never stale, eventual reads within the bounds that were given";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Versions versions = new Versions(history);
    Findings findings = new Findings(history);
    List<Double> millis = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    int stale = 0;
    for (Versions.Read read : versions.reads()) {
      if (read.how() == Reading.RESTORED) {
        continue;
      }
      List<Op> missed = versions.missed(read);
      double age =
          missed.isEmpty()
              ? 0
              : (read.op().invokedNanos()
                      - missed.stream().mapToLong(Op::completedNanos).min().getAsLong())
                  / 1e6;
      millis.add(age);
      counts.add((double) missed.size());
      stale += missed.isEmpty() ? 0 : 1;
      List<Op> near = missed.stream().filter(write -> versions.together(write, read.op())).toList();
      boolean bound = read.how() == Reading.EVENTUAL || !near.isEmpty();
      if (!missed.isEmpty() && bound && tooStale(read, age, missed.size(), options)) {
        report(findings, versions, read, read.how() == Reading.EVENTUAL ? missed : near, age);
      }
    }
    Quantiles ages = Quantiles.of(millis);
    Quantiles behind = Quantiles.of(counts);
    Measures measures =
        new Measures()
            .with("reads", millis.size())
            .with("stale_reads", stale)
            .with("staleness_max_ms", ages.max())
            .with("staleness_p50_ms", ages.at(0.5))
            .with("staleness_p99_ms", ages.at(0.99))
            .with("versions_behind_max", behind.max())
            .with("versions_behind_p50", behind.at(0.5))
            .with("versions_behind_p99", behind.at(0.99));
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    return millis.isEmpty()
        ? measures.unknown("no read was answered")
        : measures.valid(
            "%,d of %,d reads were stale, by at most %.1f ms and %.0f versions"
                .formatted(stale, millis.size(), ages.max(), behind.max()));
  }

  private static boolean tooStale(
      Versions.Read read, double millis, int versions, CheckerOptions options) {
    boolean mustBeFresh =
        read.how() == Reading.STRONG || (options.allReads() && read.how() != Reading.FINAL);
    boolean late =
        options.staleness().isPresent() && millis > options.staleness().get().toNanos() / 1e6;
    boolean behind = options.versions().isPresent() && versions > options.versions().getAsLong();
    boolean bounded = options.staleness().isPresent() || options.versions().isPresent();
    if (read.how() == Reading.EVENTUAL && bounded) {
      return late || behind;
    }
    return mustBeFresh;
  }

  private static void report(
      Findings findings, Versions versions, Versions.Read read, List<Op> missed, double age) {
    List<Op> ops = new ArrayList<>();
    versions.writer(read.key(), read.value()).ifPresent(ops::add);
    ops.add(missed.getFirst());
    ops.add(read.op());
    findings.add(
        "%s read of %s saw %s, which was out of date for %.3f ms and %d versions"
            .formatted(
                read.how().word(), read.key(), Words.number(read.value()), age, missed.size()),
        ops,
        read.op());
  }
}
