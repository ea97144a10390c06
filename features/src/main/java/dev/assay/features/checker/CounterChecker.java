package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Each acknowledged addition counts once. What a counter shows lies between the additions that were
 * over by then and those that had begun; no two additions are told the same sum.
 */
final class CounterChecker implements Checker {
  private static final int MOST_SHOWN = 5;

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public String about() {
    return "each acknowledged addition counts exactly once, each unknown one at most once per"
        + " attempt";
  }

  /** The additions to one counter, summed up by time. */
  private static final class Sums {
    private final long[] ends;
    private final long[] certain;
    private final long[] begins;
    private final long[] possible;
    private final List<Op> adds;

    /** From then on so much counts for certain. */
    private record Certain(long nanos, long amount) {}

    Sums(History history, List<Op> adds) {
      this.adds = adds;
      List<Certain> ok = new ArrayList<>();
      for (Op op : adds) {
        if (op.ok()) {
          ok.add(new Certain(op.completedNanos(), amount(op)));
          // Delivered more than once, and each time reported as done: each counts.
          history
              .proof(op)
              .filter(proof -> proof.effects() > 1)
              .ifPresent(
                  proof ->
                      ok.add(
                          new Certain(
                              Math.max(op.completedNanos(), proof.lastNanos()),
                              amount(op) * (proof.effects() - 1))));
        }
      }
      ok.sort(Comparator.comparingLong(Certain::nanos));
      List<Op> may = adds.stream().filter(op -> attempts(op) > 0).toList();
      ends = ok.stream().mapToLong(Certain::nanos).toArray();
      begins = may.stream().mapToLong(Op::invokedNanos).toArray();
      certain = sums(ok.stream().mapToLong(Certain::amount).toArray());
      possible = sums(may.stream().mapToLong(op -> amount(op) * attempts(op)).toArray());
    }

    /** How often it may have taken effect. */
    private static int attempts(Op op) {
      return (op.failed() ? 0 : 1) + op.unanswered();
    }

    private static long[] sums(long[] amounts) {
      long[] sums = new long[amounts.length + 1];
      for (int n = 0; n < amounts.length; n++) {
        sums[n + 1] = sums[n] + amounts[n];
      }
      return sums;
    }

    /** What must count for one who looked from then on. */
    long least(long invokedNanos) {
      return certain[before(ends, invokedNanos)];
    }

    /** What may count for one who had looked by then. */
    long most(long completedNanos) {
      return possible[before(begins, completedNanos + 1)];
    }

    private static int before(long[] sorted, long nanos) {
      int found = Arrays.binarySearch(sorted, nanos);
      int index = found >= 0 ? found : -found - 1;
      while (index > 0 && sorted[index - 1] >= nanos) {
        index--;
      }
      return index;
    }
  }

  private static long amount(Op op) {
    return op.call() instanceof Call.Add add ? add.amount() : 0;
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Map<String, List<Op>> adds = new TreeMap<>();
    history
        .made(Call.Add.class)
        .forEach(
            made -> adds.computeIfAbsent(made.call().key(), k -> new ArrayList<>()).add(made.op()));
    List<Versions.Read> reads = new Versions(history).judged(options);
    Findings findings = new Findings(history);
    adds.forEach((key, ops) -> judgeSums(history, key, ops, findings));
    for (Versions.Read read : reads) {
      Sums sums = new Sums(history, adds.getOrDefault(read.key(), List.of()));
      judge(read.key(), sums, read.op(), read.value().orElse(0), 0, findings);
    }
    long answered = adds.values().stream().flatMap(List::stream).filter(Op::ok).count();
    Measures measures =
        new Measures()
            .with("additions", (double) answered)
            .with("counters", adds.size())
            .with("reads", reads.size());
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    return answered == 0
        ? measures.unknown("no addition was acknowledged")
        : measures.valid(
            "%,d additions to %,d counters each count once".formatted(answered, adds.size()));
  }

  private static void judgeSums(History history, String key, List<Op> ops, Findings findings) {
    Sums sums = new Sums(history, ops);
    Map<Long, Op> told = new HashMap<>();
    for (Op op : ops) {
      if (!op.ok() || !(op.seen() instanceof Seen.Value seen) || seen.value().isEmpty()) {
        continue;
      }
      long sum = seen.value().getAsLong();
      judge(key, sums, op, sum, amount(op), findings);
      Op twin = told.putIfAbsent(sum, op);
      if (twin != null) {
        findings.add(
            "two additions to %s were both told %d: one of them is lost".formatted(key, sum),
            List.of(twin, op),
            op);
      }
    }
  }

  private static void judge(
      String key, Sums sums, Op looked, long sum, long own, Findings findings) {
    long least = sums.least(looked.invokedNanos()) + own;
    long most = sums.most(looked.completedNanos());
    if (sum < least) {
      findings.add(
          "lost: %s was %d when additions of %d had been acknowledged".formatted(key, sum, least),
          shown(sums, looked, op -> op.ok() && op.before(looked)),
          looked);
    } else if (sum > most) {
      findings.add(
          "duplicate: %s was %d when additions of only %d had begun, counting each attempt that got no answer"
              .formatted(key, sum, most),
          shown(
              sums,
              looked,
              op -> Sums.attempts(op) > 0 && op.invokedNanos() <= looked.completedNanos()),
          looked);
    }
  }

  /** The last additions that count, as many as a picture can hold, and who looked. */
  private static List<Op> shown(Sums sums, Op looked, Predicate<Op> counts) {
    List<Op> adds = sums.adds.stream().filter(op -> op.id() != looked.id()).filter(counts).toList();
    List<Op> shown =
        new ArrayList<>(adds.subList(Math.max(0, adds.size() - MOST_SHOWN), adds.size()));
    shown.add(looked);
    return shown;
  }
}
