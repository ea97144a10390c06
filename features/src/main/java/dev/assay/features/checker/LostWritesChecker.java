package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Every acknowledged write is there in the end, or something newer is; what was refused is not; and
 * what was overwritten does not come back.
 */
final class LostWritesChecker implements Checker {
  @Override
  public String name() {
    return "lost-writes";
  }

  @Override
  public String about() {
    return "no acknowledged write is lost, no refused one took effect, no overwritten one returns";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Versions versions = new Versions(history);
    FinalLists lists = FinalLists.of(history, Reading.FINAL);
    Findings findings = new Findings(history);
    Set<Op> lost = new HashSet<>();
    versions.settled().forEach(read -> judgeFinal(versions, read, findings, lost));
    lists.settled(history.header().apart()).forEach(held -> judgeList(lists, held, findings, lost));
    Returns returns = returns(history, versions, options, findings);
    int judged = versions.settled().size() + lists.held().size();
    Measures measures =
        new Measures()
            .with("final_reads", judged)
            .with("lost_writes", lost.size())
            .with("vanished_reads", returns.vanished())
            .with("resurrected_reads", returns.resurrected());
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    if (judged == 0) {
      return measures.unknown("nothing was read after load had ended");
    }
    boolean acknowledged =
        versions.keys().stream().anyMatch(key -> !versions.acknowledged(key).isEmpty())
            || lists.appended().stream().anyMatch(appended -> appended.op().ok());
    return !acknowledged
        ? measures.unknown("no write was acknowledged")
        : measures.valid(
            "nothing that was acknowledged is missing from %,d final reads".formatted(judged));
  }

  private static void judgeFinal(
      Versions versions, Versions.Read read, Findings findings, Set<Op> lost) {
    for (Op write : versions.missed(read)) {
      if (lost.add(write)) {
        List<Op> ops = new ArrayList<>();
        versions.writer(read.key(), read.value()).ifPresent(ops::add);
        ops.add(write);
        ops.add(read.op());
        findings.add(
            "lost: %s was %s, and in the end %s is %s"
                .formatted(
                    Words.label(write), write.reported(), read.key(), Words.number(read.value())),
            ops,
            write);
      }
    }
    boolean refused =
        read.value().isPresent()
            && versions.writer(read.key(), read.value()).map(Op::failed).orElse(false);
    if (refused) {
      Op writer = versions.writer(read.key(), read.value()).orElse(read.op());
      findings.add(
          "refused and yet in effect: " + Words.label(writer), List.of(writer, read.op()), writer);
    }
    if (read.value().isPresent() && versions.writer(read.key(), read.value()).isEmpty()) {
      findings.add(
          "%s holds %d, which nobody wrote".formatted(read.key(), read.value().getAsLong()),
          List.of(read.op()),
          read.op());
    }
  }

  private static void judgeList(
      FinalLists lists, FinalLists.Held held, Findings findings, Set<Op> lost) {
    Set<Long> there = new HashSet<>(held.list());
    for (FinalLists.Appended appended : lists.appended()) {
      if (!appended.key().equals(held.key())) {
        continue;
      }
      boolean present = there.contains(appended.value());
      Op op = appended.op();
      if (op.ok() && op.before(held.op()) && !present && lost.add(op)) {
        findings.add(
            "lost: %d was appended to %s and is not there in the end"
                .formatted(appended.value(), held.key()),
            List.of(op, held.op()),
            op);
      }
      if (op.failed() && present) {
        findings.add(
            "refused and yet in effect: %d in %s".formatted(appended.value(), held.key()),
            List.of(op, held.op()),
            op);
      }
    }
  }

  /**
   * Reads of what is certainly older than something that had been read before by anybody.
   *
   * @param vanished those that find no item any more: how a loss looks while it lasts
   * @param resurrected those that find a value again that had been overwritten
   */
  private record Returns(int vanished, int resurrected) {}

  private static Returns returns(
      History history, Versions versions, CheckerOptions options, Findings findings) {
    int vanished = 0;
    int resurrected = 0;
    Map<String, List<Versions.Read>> byKey = new HashMap<>();
    for (Versions.Read read : versions.judged(options)) {
      // What one region showed does not bind another that has yet to hear of it.
      String place = history.header().apart() ? read.op().at() + " " : "";
      byKey.computeIfAbsent(place + read.key(), key -> new ArrayList<>()).add(read);
    }
    for (List<Versions.Read> reads : byKey.values()) {
      List<Versions.Read> byEnd =
          reads.stream()
              .sorted((a, b) -> Long.compare(a.op().completedNanos(), b.op().completedNanos()))
              .toList();
      int ended = 0;
      Versions.Read newest = null;
      for (Versions.Read read : reads) {
        while (ended < byEnd.size() && byEnd.get(ended).op().before(read.op())) {
          Versions.Read done = byEnd.get(ended++);
          boolean fresher =
              versions.writer(done.key(), done.value()).isPresent()
                  && (newest == null || began(versions, done) > began(versions, newest));
          newest = fresher ? done : newest;
        }
        if (newest != null && came(versions, newest, read)) {
          boolean gone = read.value().isEmpty();
          vanished += gone ? 1 : 0;
          resurrected += gone ? 0 : 1;
          Op newer = versions.writer(newest.key(), newest.value()).orElse(newest.op());
          findings.add(
              "%s: %s was %s again after it had been %s"
                  .formatted(
                      gone ? "vanished" : "resurrected",
                      read.key(),
                      Words.number(read.value()),
                      Words.number(newest.value())),
              List.of(newer, newest.op(), read.op()),
              read.op());
        }
      }
    }
    return new Returns(vanished, resurrected);
  }

  private static boolean came(Versions versions, Versions.Read newest, Versions.Read read) {
    OptionalLong older = read.value();
    return versions
        .writer(newest.key(), newest.value())
        .map(write -> versions.newer(write, read.key(), older))
        .orElse(false);
  }

  private static long began(Versions versions, Versions.Read read) {
    return versions.writer(read.key(), read.value()).map(Op::invokedNanos).orElse(Long.MIN_VALUE);
  }
}
