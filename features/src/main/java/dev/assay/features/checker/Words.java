package dev.assay.features.checker;

import dev.assay.features.checker.picture.Timeline;
import dev.assay.features.history.Call;
import dev.assay.features.history.Call.Step;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Proof;
import dev.assay.features.history.Seen;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Operations in words, and drawn.
 *
 * @param startNanos what times are counted from
 * @param proofs what a journal says about operations
 */
record Words(long startNanos, Map<Long, Proof> proofs) {
  /** Of the operations of that history. */
  Words(History history) {
    this(history.startNanos(), history.proofs());
  }

  /** What it did and saw, short enough for a bar. */
  static String label(Op op) {
    String asked =
        switch (op.call()) {
          case Call.Read read -> "read " + read.key();
          case Call.Write write -> "write " + write.key() + "=" + write.value();
          case Call.Cas cas ->
              "cas " + cas.key() + " " + number(cas.expected()) + "→" + cas.value();
          case Call.Add add -> "add " + add.amount() + " to " + add.key();
          case Call.Insert insert -> "insert " + insert.key() + "=" + insert.value();
          case Call.Transaction txn ->
              txn.steps().stream().map(Words::step).collect(Collectors.joining(", "));
          case Call.Transfer move ->
              "move " + move.amount() + " from " + move.from() + " to " + move.to();
          case Call.Snapshot snapshot -> "snapshot";
          case Call.TakeRecords take -> "take from " + take.shard();
        };
    return asked + seen(op.seen()) + (op.failed() ? " refused" : "");
  }

  private static String step(Step step) {
    return switch (step) {
      case Step.Append append -> "append " + append.key() + "+" + append.value();
      case Step.ReadList read -> "read " + read.key();
    };
  }

  private static String seen(Seen seen) {
    return switch (seen) {
      case Seen.Nothing nothing -> "";
      case Seen.Value value -> " → " + number(value.value());
      case Seen.Lists lists -> " → " + shortened(lists.lists().toString());
      case Seen.Values values -> " → " + shortened(values.values().toString());
      case Seen.Records records -> " → " + records.records().size() + " records";
    };
  }

  static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "absent";
  }

  private static String shortened(String text) {
    return text.length() <= 70
        ? text
        : text.substring(0, 30) + " … " + text.substring(text.length() - 36);
  }

  /** A whole line: who, what, when, how it ended. */
  String line(Op op) {
    String at = op.at().isEmpty() ? "" : " at " + op.at();
    String ended =
        switch (op.outcome()) {
          case Outcome.Ok ok -> time(op.completedNanos()) + ", ok";
          case Outcome.Fail fail -> time(op.completedNanos()) + ", " + fail.error();
          case Outcome.Applied applied ->
              time(op.completedNanos()) + ", applied, but its client heard: " + applied.error();
          case Outcome.Unknown unknown -> "?, unknown: " + unknown.error();
        };
    String attempts =
        op.attempts() > 1
            ? ", %d attempts, %d of them unanswered".formatted(op.attempts(), op.unanswered())
            : "";
    Proof proof = proofs.get(op.id());
    return "%s%s: %s [%s … %s%s] (op %d)%s"
        .formatted(
            op.client(),
            at,
            label(op),
            time(op.invokedNanos()),
            ended,
            attempts,
            op.id(),
            proof == null ? "" : "; journal: " + proof.words());
  }

  String time(long nanos) {
    return nanos == Long.MAX_VALUE ? "the end" : Timeline.seconds(nanos, startNanos);
  }

  /** A picture of these operations; {@code broken} are the ones that cannot be. */
  String draw(String title, Collection<Op> ops, Collection<Op> broken) {
    Timeline timeline = new Timeline(title, startNanos);
    List.copyOf(ops).stream()
        .distinct()
        .forEach(op -> timeline.add(op, label(op), broken.contains(op)));
    return timeline.svg();
  }
}
