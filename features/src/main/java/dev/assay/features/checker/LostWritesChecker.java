package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every write that was acknowledged, or that somebody has read, is there in the end, or something
 * newer is; what was refused is not; and what was overwritten does not come back.
 */
final class LostWritesChecker implements Checker {
  @Override
  public String name() {
    return "lost-writes";
  }

  @Override
  public String about() {
    return "nothing acknowledged or read is lost, nothing refused took effect, nothing old returns";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Versions versions = new Versions(history);
    FinalLists lists = FinalLists.of(history, Reading.FINAL);
    Findings findings = new Findings(history);
    Wrong wrong = new Wrong(findings, new HashSet<>(), new HashSet<>(), new HashSet<>());
    versions.settled().forEach(read -> judgeFinal(versions, read, wrong));
    lists.settled(history.header().apart()).forEach(held -> judgeList(lists, held, wrong));
    Returns returns = Returns.of(history, versions, options, findings);
    int judged = versions.settled().size() + lists.held().size();
    Measures measures =
        new Measures()
            .with("final_reads", judged)
            .with("lost_writes", wrong.lost().size())
            .with("refused_in_effect", wrong.refused().size())
            .with("values_from_nowhere", wrong.fromNowhere().size())
            .with("vanished_reads", returns.vanished())
            .with("resurrected_reads", returns.resurrected());
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    if (judged == 0) {
      return measures.unknown("nothing was read after load had ended");
    }
    return !owed(versions, lists)
        ? measures.unknown("no write was acknowledged, and none was read")
        : measures.valid(
            "nothing that was acknowledged or read is missing from %,d final reads"
                .formatted(judged));
  }

  /** Whether there was anything that could be missing. */
  private static boolean owed(Versions versions, FinalLists lists) {
    return versions.anyRead()
        || !lists.firstRead().isEmpty()
        || versions.keys().stream().anyMatch(key -> !versions.acknowledged(key).isEmpty())
        || lists.appended().stream().anyMatch(appended -> appended.op().ok());
  }

  /**
   * What the final reads show to be wrong; each is told once, however many reads show it.
   *
   * @param fromNowhere keys and values that nobody wrote
   */
  private record Wrong(Findings findings, Set<Op> lost, Set<Op> refused, Set<String> fromNowhere) {}

  private static void judgeFinal(Versions versions, Versions.Read read, Wrong wrong) {
    for (Op write : versions.missed(read)) {
      lost(versions, read, write, List.of(write), write.reported(), wrong);
    }
    for (Versions.Shown shown : versions.readAndMissed(read)) {
      lost(versions, read, shown.write(), List.of(shown.write(), shown.read()), "read", wrong);
    }
    Optional<Op> writer = versions.writer(read.key(), read.value());
    if (writer.isPresent() && writer.get().failed() && wrong.refused().add(writer.get())) {
      wrong
          .findings()
          .add(
              "refused and yet in effect: " + Words.label(writer.get()),
              List.of(writer.get(), read.op()),
              writer.get());
    }
    if (read.value().isPresent()
        && writer.isEmpty()
        && wrong.fromNowhere().add(read.key() + " " + read.value().getAsLong())) {
      wrong
          .findings()
          .add(
              "%s holds %d, which nobody wrote".formatted(read.key(), read.value().getAsLong()),
              List.of(read.op()),
              read.op());
    }
  }

  private static void lost(
      Versions versions, Versions.Read read, Op write, List<Op> told, String how, Wrong wrong) {
    if (!wrong.lost().add(write)) {
      return;
    }
    List<Op> ops = new ArrayList<>();
    versions.writer(read.key(), read.value()).ifPresent(ops::add);
    ops.addAll(told);
    ops.add(read.op());
    wrong
        .findings()
        .add(
            "lost: %s was %s, and in the end %s is %s"
                .formatted(Words.label(write), how, read.key(), Words.number(read.value())),
            ops,
            write);
  }

  private static void judgeList(FinalLists lists, FinalLists.Held held, Wrong wrong) {
    Set<Long> there = new HashSet<>(held.list());
    for (FinalLists.Appended appended : lists.appended()) {
      if (!appended.key().equals(held.key())) {
        continue;
      }
      boolean present = there.contains(appended.value());
      Op op = appended.op();
      if (!present) {
        lostFromList(lists, held, appended, wrong);
      }
      if (op.failed() && present && wrong.refused().add(op)) {
        wrong
            .findings()
            .add(
                "refused and yet in effect: %d in %s".formatted(appended.value(), held.key()),
                List.of(op, held.op()),
                op);
      }
    }
  }

  private static void lostFromList(
      FinalLists lists, FinalLists.Held held, FinalLists.Appended appended, Wrong wrong) {
    Op op = appended.op();
    boolean acknowledged = op.ok() && op.before(held.op());
    Optional<Op> reader = op.unknown() ? lists.reader(appended, held.op()) : Optional.empty();
    if ((acknowledged || reader.isPresent()) && wrong.lost().add(op)) {
      List<Op> ops = new ArrayList<>(List.of(op));
      reader.ifPresent(ops::add);
      ops.add(held.op());
      wrong
          .findings()
          .add(
              "lost: %d was appended to %s%s and is not there in the end"
                  .formatted(appended.value(), held.key(), reader.isPresent() ? ", was read," : ""),
              ops,
              op);
    }
  }
}
