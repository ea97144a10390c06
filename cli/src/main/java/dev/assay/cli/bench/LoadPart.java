package dev.assay.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Puts stores under load in turns: warm-up each, then ABAB at saturation, then ABAB at one equal
 * rate that all can bear.
 */
record LoadPart(
    BenchSettings settings,
    List<FilledStore> stores,
    Budget budget,
    Interruption interruption,
    Progress progress) {
  /** Half of what the slower store can do: busy, and far from queues that grow without bound. */
  private static final double EQUAL_SHARE = 0.5;

  /**
   * What all workloads share, HTTP and JSON, is compiled while the first runs; it must not pay for
   * the others.
   */
  private static final int FIRST_WARMUPS = 3;

  List<LoadResult> run() {
    List<LoadResult> results = new ArrayList<>();
    for (Workload workload : settings.workloads()) {
      if (interruption.isAsked()) {
        break;
      }
      results.add(measure(workload));
    }
    return results;
  }

  private LoadResult measure(Workload workload) {
    if (budget.isSpent()) {
      return new LoadResult.LeftOut(workload, "the time budget was spent");
    }
    Optional<String> objection =
        stores.stream().flatMap(store -> store.objection(workload).stream()).findFirst();
    if (objection.isPresent()) {
      return new LoadResult.LeftOut(workload, objection.get());
    }
    warmUp(workload);
    List<Tally> tallies = stores.stream().map(Tally::new).toList();
    inTurns(workload, new Pace.Saturating(), tallies);
    double rate = settings.rate().orElseGet(() -> bearable(tallies));
    inTurns(workload, new Pace.Fixed(rate), tallies);
    return new LoadResult.Measured(workload, rate, tallies.stream().map(Tally::side).toList());
  }

  private void warmUp(Workload workload) {
    boolean first = workload == settings.workloads().getFirst();
    Duration time = first ? settings.warmup().multipliedBy(FIRST_WARMUPS) : settings.warmup();
    for (FilledStore store : stores) {
      progress.step("%-18s warming up %s".formatted(workload.operation(), store.title()));
      store.run(workload, new Pace.Saturating(), time);
    }
  }

  private void inTurns(Workload workload, Pace pace, List<Tally> tallies) {
    for (int round = 1; round <= settings.rounds(); round++) {
      // There and back again: whoever always comes after the same other may gain or lose by it.
      for (Tally tally : round % 2 == 1 ? tallies : tallies.reversed()) {
        progress.step(
            "%-18s %s, round %d of %d: %s"
                .formatted(
                    workload.operation(),
                    describe(pace),
                    round,
                    settings.rounds(),
                    tally.store.title()));
        tally.run(workload, pace, settings.duration());
      }
    }
  }

  private static String describe(Pace pace) {
    return switch (pace) {
      case Pace.Saturating saturating -> "at saturation";
      case Pace.Fixed fixed -> String.format(Locale.ROOT, "at %.0f req/s", fixed.perSecond());
    };
  }

  private static double bearable(List<Tally> tallies) {
    double slowest =
        tallies.stream()
            .mapToDouble(tally -> Spread.of(tally.perSecond).median())
            .min()
            .orElseThrow();
    return Math.max(1, Math.floor(slowest * EQUAL_SHARE));
  }

  private static final class Tally {
    private final FilledStore store;
    private final List<Double> perSecond = new ArrayList<>();
    private final Measurement saturation = new Measurement();
    private final Measurement equalLoad = new Measurement();
    private long processorNanos;

    Tally(FilledStore store) {
      this.store = store;
    }

    void run(Workload workload, Pace pace, Duration duration) {
      OptionalLong before = store.processorNanos();
      Measurement round = store.run(workload, pace, duration);
      switch (pace) {
        case Pace.Saturating saturating -> {
          perSecond.add(round.perSecond());
          saturation.add(round);
          if (before.isPresent()) {
            processorNanos +=
                store.processorNanos().orElse(before.getAsLong()) - before.getAsLong();
          }
        }
        case Pace.Fixed fixed -> equalLoad.add(round);
      }
    }

    private OptionalDouble processorMicros() {
      return processorNanos == 0 || saturation.requests() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(processorNanos / 1e3 / saturation.requests());
    }

    LoadResult.Side side() {
      return new LoadResult.Side(
          store.title(), List.copyOf(perSecond), saturation, equalLoad, processorMicros());
    }
  }
}
