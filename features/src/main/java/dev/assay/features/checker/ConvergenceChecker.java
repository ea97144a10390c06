package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Mark;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Once nobody writes and all is healed, every endpoint shows the same, and it is the last write: no
 * acknowledged one that is certainly newer. How long that took is measured from the mark that says
 * that load has ended.
 */
final class ConvergenceChecker implements Checker {
  /** What one endpoint showed of one key. */
  private record Sight(Op op, String key, String shown) {}

  @Override
  public String name() {
    return "convergence";
  }

  @Override
  public String about() {
    return "in the end all endpoints agree on every key, on the write that came last";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Map<String, List<Sight>> byKey = sights(history);
    Findings findings = new Findings(history);
    Set<String> endpoints = new TreeSet<>();
    long agreedNanos = Long.MIN_VALUE;
    for (Map.Entry<String, List<Sight>> entry : byKey.entrySet()) {
      Map<String, Sight> last = new TreeMap<>();
      entry.getValue().forEach(sight -> last.put(sight.op().at(), sight));
      endpoints.addAll(last.keySet());
      judge(entry.getKey(), last, findings);
      agreedNanos = Math.max(agreedNanos, agreed(entry.getValue(), last));
    }
    judgeWinners(history, findings);
    Measures measures =
        new Measures().with("keys", byKey.size()).with("endpoints", endpoints.size());
    long settled = history.lastMark(Mark.SETTLED).orElse(Long.MAX_VALUE);
    if (findings.none() && agreedNanos >= settled) {
      measures.with("convergence_ms", (agreedNanos - settled) / 1e6);
    }
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    if (byKey.isEmpty()) {
      return measures.unknown("nothing was read after load had ended");
    }
    return endpoints.size() == 1
        ? measures.valid(
            "one endpoint only; its %,d keys hold their last writes".formatted(byKey.size()))
        : measures.valid(
            "%d endpoints agree on %,d keys".formatted(endpoints.size(), byKey.size()));
  }

  private static Map<String, List<Sight>> sights(History history) {
    Map<String, List<Sight>> byKey = new TreeMap<>();
    new Versions(history)
        .reads(Reading.FINAL)
        .forEach(read -> add(byKey, new Sight(read.op(), read.key(), Words.number(read.value()))));
    history
        .made(Call.Transaction.class)
        .filter(made -> made.call().how() == Reading.FINAL)
        .forEach(
            made -> {
              if (made.op().seen() instanceof Seen.Lists seen) {
                seen.lists()
                    .forEach((key, list) -> add(byKey, new Sight(made.op(), key, list.toString())));
              }
            });
    history
        .made(Call.Snapshot.class)
        .filter(made -> isAfter(made.op(), history))
        .forEach(
            made -> {
              if (made.op().seen() instanceof Seen.Values seen) {
                made.call()
                    .keys()
                    .forEach(
                        key ->
                            add(
                                byKey,
                                new Sight(made.op(), key, String.valueOf(seen.values().get(key)))));
              }
            });
    return byKey;
  }

  /** Snapshots are made all the while; those of the end are the ones after load. */
  private static boolean isAfter(Op op, History history) {
    OptionalLong settled = history.lastMark(Mark.SETTLED);
    return settled.isPresent() && op.invokedNanos() >= settled.getAsLong();
  }

  private static void add(Map<String, List<Sight>> byKey, Sight sight) {
    byKey.computeIfAbsent(sight.key(), key -> new ArrayList<>()).add(sight);
  }

  private static void judge(String key, Map<String, Sight> last, Findings findings) {
    Map<String, Sight> different = new HashMap<>();
    last.values().forEach(sight -> different.putIfAbsent(sight.shown(), sight));
    if (different.size() > 1) {
      List<Op> ops = different.values().stream().map(Sight::op).toList();
      findings.add(
          "%s is not the same everywhere: %s"
              .formatted(
                  key,
                  String.join(
                      ", ",
                      last.values().stream()
                          .map(sight -> sight.op().at() + " shows " + sight.shown())
                          .toList())),
          ops,
          ops.getLast());
    }
  }

  /** When the first read ended from which on all showed what they showed last. */
  private static long agreed(List<Sight> sights, Map<String, Sight> last) {
    long since = sights.getLast().op().completedNanos();
    for (int n = sights.size() - 1; n >= 0; n--) {
      Sight sight = sights.get(n);
      Sight end = last.get(sight.op().at());
      if (end == null || !end.shown().equals(sight.shown())) {
        break;
      }
      since = sight.op().completedNanos();
    }
    return since;
  }

  private static void judgeWinners(History history, Findings findings) {
    Versions versions = new Versions(history);
    Map<String, Versions.Read> last = new TreeMap<>();
    versions
        .reads(Reading.FINAL)
        .forEach(read -> last.put(read.op().at() + " " + read.key(), read));
    for (Versions.Read read : last.values()) {
      List<Op> missed = versions.missed(read);
      if (!missed.isEmpty()) {
        Op newest = missed.getLast();
        List<Op> ops = new ArrayList<>();
        versions.writer(read.key(), read.value()).ifPresent(ops::add);
        ops.add(newest);
        ops.add(read.op());
        findings.add(
            "the last writer did not win: %s holds %s although %s came later"
                .formatted(read.key(), Words.number(read.value()), Words.label(newest)),
            ops,
            read.op());
      }
    }
  }
}
