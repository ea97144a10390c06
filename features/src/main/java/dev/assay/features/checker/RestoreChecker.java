package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Mark;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A restored table holds, item by item, what the table held at the restore point: every write that
 * was acknowledged by then, and none that began after it. Writes that were on their way at that
 * moment may be there or not.
 */
final class RestoreChecker implements Checker {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String about() {
    return "a restored table holds what the table held at the restore point, item by item";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Versions versions = new Versions(history);
    List<Versions.Read> restored = versions.reads(Reading.RESTORED);
    FinalLists lists = FinalLists.of(history, Reading.RESTORED);
    Measures measures = new Measures().with("items", restored.size() + lists.held().size());
    OptionalLong point = history.lastMark(Mark.RESTORE_POINT);
    if (point.isEmpty()) {
      return measures.unknown("the history has no mark '" + Mark.RESTORE_POINT + "'");
    }
    Findings findings = new Findings(history);
    restored.forEach(read -> judge(versions, read, point.getAsLong(), findings));
    lists.held().forEach(held -> judge(lists, held, point.getAsLong(), findings));
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    return restored.isEmpty() && lists.held().isEmpty()
        ? measures.unknown("no item of a restored table was read")
        : measures.valid(
            "%,d restored items are what they were at the restore point"
                .formatted(restored.size() + lists.held().size()));
  }

  private static void judge(Versions versions, Versions.Read read, long point, Findings findings) {
    List<Op> ops = new ArrayList<>();
    versions.writer(read.key(), read.value()).ifPresent(ops::add);
    if (read.value().isPresent() && (ops.isEmpty() || ops.getFirst().failed())) {
      ops.add(read.op());
      findings.add(
          "%s was restored as %s, which %s"
              .formatted(
                  read.key(),
                  Words.number(read.value()),
                  ops.size() == 1 ? "nobody wrote" : "was refused"),
          ops,
          read.op());
      return;
    }
    if (!ops.isEmpty() && ops.getFirst().invokedNanos() > point) {
      ops.add(read.op());
      findings.add(
          "%s was restored as %s, which was written after the restore point"
              .formatted(read.key(), Words.number(read.value())),
          ops,
          read.op());
      return;
    }
    for (Op write : versions.acknowledged(read.key())) {
      if (write.completedNanos() <= point && versions.newer(write, read.key(), read.value())) {
        ops.add(write);
        ops.add(read.op());
        findings.add(
            "%s was restored as %s, and %s had been acknowledged before the restore point"
                .formatted(read.key(), Words.number(read.value()), Words.label(write)),
            ops,
            read.op());
        return;
      }
    }
  }

  private static void judge(FinalLists lists, FinalLists.Held held, long point, Findings findings) {
    Set<Long> there = new HashSet<>(held.list());
    for (FinalLists.Appended appended : lists.appended()) {
      if (!appended.key().equals(held.key())) {
        continue;
      }
      Op op = appended.op();
      boolean present = there.contains(appended.value());
      if (present && (op.failed() || op.invokedNanos() > point)) {
        findings.add(
            "%s was restored with %d, which %s"
                .formatted(
                    held.key(),
                    appended.value(),
                    op.failed() ? "was refused" : "was appended after the restore point"),
            List.of(op, held.op()),
            held.op());
      } else if (!present && op.ok() && op.completedNanos() <= point) {
        findings.add(
            "%s was restored without %d, which had been appended before the restore point"
                .formatted(held.key(), appended.value()),
            List.of(op, held.op()),
            held.op());
      }
    }
  }
}
