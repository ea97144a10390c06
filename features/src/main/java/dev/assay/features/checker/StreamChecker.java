package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Mark;
import dev.assay.features.history.Op;
import dev.assay.features.history.Seen;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stream tells every acknowledged write exactly once, those of one key in their order, each
 * beginning with the image that the one before ended with.
 */
final class StreamChecker implements Checker {
  /** A record and the call that brought it. */
  private record Taken(Op op, Seen.Change change) {}

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String about() {
    return "the stream tells every write once, in each key's order, each image following the one"
        + " before";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Map<String, List<Taken>> byKey = new TreeMap<>();
    Findings findings = new Findings(history);
    int records = taken(history, byKey, findings);
    Versions versions = new Versions(history);
    byKey.forEach((key, taken) -> judgeKey(key, taken, versions, findings));
    boolean drained = history.lastMark(Mark.STREAM_DRAINED).isPresent();
    int missing = drained ? missing(versions, byKey, findings) : 0;
    Measures measures =
        new Measures()
            .with("records", records)
            .with("keys", byKey.size())
            .with("missing_records", missing);
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    if (records == 0) {
      return measures.unknown("no record was taken from a stream");
    }
    return drained
        ? measures.valid(
            "%,d records tell every acknowledged write once and in order".formatted(records))
        : measures.unknown(
            "%,d records are in order, but the stream was not read to its end (no mark '%s')"
                .formatted(records, Mark.STREAM_DRAINED));
  }

  private static int taken(History history, Map<String, List<Taken>> byKey, Findings findings) {
    Map<String, Op> sequences = new HashMap<>();
    int count = 0;
    for (Op op : history.ops()) {
      if (!(op.call() instanceof Call.TakeRecords) || !(op.seen() instanceof Seen.Records seen)) {
        continue;
      }
      for (Seen.Change change : seen.records()) {
        count++;
        Op before = sequences.putIfAbsent(change.sequence(), op);
        if (before != null) {
          findings.add(
              "record %s of %s was delivered twice".formatted(change.sequence(), change.key()),
              List.of(before, op),
              op);
        } else {
          byKey.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(new Taken(op, change));
        }
      }
    }
    return count;
  }

  private static void judgeKey(
      String key, List<Taken> taken, Versions versions, Findings findings) {
    Set<Long> told = new HashSet<>();
    OptionalLong image = OptionalLong.empty();
    Optional<Taken> last = Optional.empty();
    for (Taken record : taken) {
      Seen.Change change = record.change();
      last.filter(before -> number(before).compareTo(number(record)) >= 0)
          .ifPresent(
              before ->
                  findings.add(
                      "%s: record %s came after record %s"
                          .formatted(key, change.sequence(), before.change().sequence()),
                      List.of(before.op(), record.op()),
                      record.op()));
      if (!change.before().equals(image)) {
        findings.add(
            "%s: record %s begins with %s, and the one before ended with %s"
                .formatted(
                    key, change.sequence(), Words.number(change.before()), Words.number(image)),
            List.of(record.op()),
            record.op());
      }
      judgeWriter(key, record, told, versions, findings);
      image = change.after();
      last = Optional.of(record);
    }
    judgeRealTime(key, taken, versions, findings);
  }

  private static BigInteger number(Taken record) {
    return new BigInteger(record.change().sequence());
  }

  private static void judgeWriter(
      String key, Taken record, Set<Long> told, Versions versions, Findings findings) {
    OptionalLong value = record.change().after();
    if (value.isEmpty()) {
      return;
    }
    Optional<Op> writer = versions.writer(key, value);
    if (writer.isEmpty() || writer.get().failed()) {
      List<Op> ops = new ArrayList<>();
      writer.ifPresent(ops::add);
      ops.add(record.op());
      findings.add(
          "%s: a record tells of %d, which %s"
              .formatted(key, value.getAsLong(), writer.isEmpty() ? "nobody wrote" : "was refused"),
          ops,
          record.op());
    } else if (!told.add(value.getAsLong()) && writer.get().unanswered() == 0) {
      findings.add(
          "%s: two records tell of %d, which was written once".formatted(key, value.getAsLong()),
          List.of(writer.get(), record.op()),
          record.op());
    }
  }

  /**
   * Of two writes one of which was over before the other began, the stream tells that one first.
   */
  private static void judgeRealTime(
      String key, List<Taken> taken, Versions versions, Findings findings) {
    Optional<Op> latest = Optional.empty();
    for (Taken record : taken) {
      Optional<Op> writer = versions.writer(key, record.change().after());
      if (writer.isEmpty() || writer.get().unanswered() > 0) {
        continue;
      }
      Op write = writer.get();
      if (latest.isPresent() && write.before(latest.get())) {
        findings.add(
            "%s: the stream tells of %s after %s, which began later"
                .formatted(key, Words.label(write), Words.label(latest.get())),
            List.of(write, latest.get(), record.op()),
            record.op());
      }
      if (latest.isEmpty() || write.invokedNanos() > latest.get().invokedNanos()) {
        latest = writer;
      }
    }
  }

  private static int missing(Versions versions, Map<String, List<Taken>> byKey, Findings findings) {
    int missing = 0;
    for (String key : versions.keys()) {
      Set<OptionalLong> told = new HashSet<>();
      byKey.getOrDefault(key, List.of()).forEach(record -> told.add(record.change().after()));
      for (Op write : versions.acknowledged(key)) {
        if (write.call() instanceof Call.Write put
            && !told.contains(OptionalLong.of(put.value()))) {
          missing++;
          findings.add(
              "%s was %s, and the stream does not tell of it"
                  .formatted(Words.label(write), write.reported()),
              List.of(write),
              write);
        }
      }
    }
    return missing;
  }
}
