package dev.assay.features.checker.cycle;

import dev.assay.features.history.Call;
import dev.assay.features.history.Call.Step;
import dev.assay.features.history.Op;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What transactions appended and read, and the order of versions that it gives: a list shows its
 * whole past, so that the longest read of a key tells in which order its appends took effect.
 *
 * <p>Source: K. Kingsbury, P. Alvaro, Elle: Inferring Isolation Anomalies from Experimental
 * Observations, 2020.
 */
final class ListReads {
  private final Map<String, Map<Long, Op>> appenders = new HashMap<>();
  private final Map<String, List<Read>> reads = new TreeMap<>();

  /** One list that one transaction read. */
  record Read(Op op, String key, List<Long> list) {}

  /**
   * @param ops all that appended, also those that failed, and the answered reads that are judged
   */
  ListReads(List<Op> ops) {
    for (Op op : ops) {
      if (!(op.call() instanceof Call.Transaction txn)) {
        continue;
      }
      for (Step step : txn.steps()) {
        if (step instanceof Step.Append append) {
          appenders.computeIfAbsent(append.key(), key -> new HashMap<>()).put(append.value(), op);
        }
      }
      if (op.ok() && op.seen() instanceof Seen.Lists seen) {
        seen.lists()
            .forEach(
                (key, list) ->
                    reads
                        .computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Read(op, key, list)));
      }
    }
  }

  Map<String, List<Read>> reads() {
    return reads;
  }

  Map<Long, Op> appenders(String key) {
    return appenders.getOrDefault(key, Map.of());
  }

  Optional<Op> appender(String key, long value) {
    return Optional.ofNullable(appenders(key).get(value));
  }

  /** The first read of the longest list that was seen of a key. */
  Read longest(String key) {
    Read longest = reads.getOrDefault(key, List.of()).getFirst();
    for (Read read : reads.getOrDefault(key, List.of())) {
      if (read.list().size() > longest.list().size()) {
        longest = read;
      }
    }
    return longest;
  }

  /** The anomalies that one read or two show by themselves. */
  List<Anomaly> direct() {
    List<Anomaly> found = new ArrayList<>();
    reads.forEach(
        (key, all) -> {
          Read longest = longest(key);
          for (Read read : all) {
            alone(read).ifPresent(found::add);
            if (!longest.list().subList(0, read.list().size()).equals(read.list())) {
              found.add(
                  new Anomaly(
                      "incompatible-order",
                      List.of(read.op(), longest.op()),
                      List.of(),
                      "%s was read as %s and as %s: neither is how the other began"
                          .formatted(key, shortened(read.list()), shortened(longest.list()))));
            }
          }
        });
    return found;
  }

  private Optional<Anomaly> alone(Read read) {
    if (new HashSet<>(read.list()).size() < read.list().size()) {
      long twice = firstTwice(read.list());
      List<Op> ops = new ArrayList<>();
      appender(read.key(), twice).ifPresent(ops::add);
      ops.add(read.op());
      return Optional.of(
          new Anomaly(
              "duplicate-elements",
              ops,
              List.of(),
              "%s holds %d twice, which was appended once".formatted(read.key(), twice)));
    }
    for (long value : read.list()) {
      Optional<Op> appender = appender(read.key(), value);
      if (appender.isEmpty()) {
        return Optional.of(
            new Anomaly(
                "phantom",
                List.of(read.op()),
                List.of(),
                "%s holds %d, which nobody appended".formatted(read.key(), value)));
      }
      if (appender.get().failed()) {
        return Optional.of(
            new Anomaly(
                "G1a",
                List.of(appender.get(), read.op()),
                List.of(),
                "%s holds %d, whose transaction was refused".formatted(read.key(), value)));
      }
    }
    return intermediate(read);
  }

  private Optional<Anomaly> intermediate(Read read) {
    if (read.list().isEmpty()) {
      return Optional.empty();
    }
    long last = read.list().getLast();
    Op appender = appender(read.key(), last).orElse(read.op());
    List<Long> own = appended(appender, read.key());
    return own.isEmpty() || own.getLast() == last || appender.equals(read.op())
        ? Optional.empty()
        : Optional.of(
            new Anomaly(
                "G1b",
                List.of(appender, read.op()),
                List.of(),
                "%s was read up to %d, in the middle of what one transaction appended: %s"
                    .formatted(read.key(), last, own)));
  }

  private static List<Long> appended(Op op, String key) {
    List<Long> values = new ArrayList<>();
    if (op.call() instanceof Call.Transaction txn) {
      for (Step step : txn.steps()) {
        if (step instanceof Step.Append append && append.key().equals(key)) {
          values.add(append.value());
        }
      }
    }
    return values;
  }

  private static long firstTwice(List<Long> list) {
    HashSet<Long> seen = new HashSet<>();
    return list.stream().filter(value -> !seen.add(value)).findFirst().orElseThrow();
  }

  static String shortened(List<Long> list) {
    return list.size() <= 8
        ? list.toString()
        : "[… %d more, %s]"
            .formatted(
                list.size() - 6,
                list.subList(list.size() - 6, list.size()).toString().replaceAll("[\\[\\]]", ""));
  }
}
