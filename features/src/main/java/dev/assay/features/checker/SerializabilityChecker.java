package dev.assay.features.checker;

import dev.assay.features.checker.cycle.Anomaly;
import dev.assay.features.checker.cycle.Dependencies;
import dev.assay.features.checker.cycle.Edge;
import dev.assay.features.checker.picture.Circle;
import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Transactions over lists have a serial order, which with {@link CheckerOptions#strict()} is also
 * that of real time. No order is searched for: what was read shows what came before what, and a
 * circle in that is what must not be.
 */
final class SerializabilityChecker implements Checker {
  @Override
  public String name() {
    return "serializability";
  }

  @Override
  public String about() {
    return "transactions behave as if one ran after the other, in the order of real time";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    List<Op> ops =
        history
            .made(Call.Transaction.class)
            .filter(made -> judged(made.call(), options))
            .map(History.Made::op)
            .toList();
    AtomicInteger edges = new AtomicInteger();
    List<Anomaly> anomalies = Dependencies.anomalies(ops, options.strict(), edges::set);
    long reads = ops.stream().filter(op -> op.ok() && !op.call().changes()).count();
    Measures measures =
        new Measures()
            .with("transactions", ops.size())
            .with("reads", (double) reads)
            .with("edges", edges.get())
            .with("anomalies", anomalies.size());
    if (!anomalies.isEmpty()) {
      return invalid(history, anomalies, measures);
    }
    if (ops.stream().noneMatch(op -> op.ok() && !(op.seen() instanceof Seen.Nothing))) {
      return measures.unknown("no transaction that read a list was answered");
    }
    if (ops.stream().noneMatch(SerializabilityChecker::tellsOfAnAppend)) {
      return measures.unknown("no append was acknowledged, and none was read");
    }
    return measures.valid(
        "%,d transactions are %s: %,d orders follow from what they read and none contradict"
            .formatted(ops.size(), kind(options), edges.get()));
  }

  private static boolean tellsOfAnAppend(Op op) {
    boolean shown =
        op.seen() instanceof Seen.Lists seen
            && seen.lists().values().stream().anyMatch(list -> !list.isEmpty());
    return shown || (op.ok() && op.call().changes());
  }

  private static boolean judged(Call.Transaction txn, CheckerOptions options) {
    return txn.changes()
        || txn.how() == Reading.STRONG
        || txn.how() == Reading.FINAL
        || (options.allReads() && txn.how() == Reading.EVENTUAL);
  }

  private static Circle.Arrow arrow(Edge edge) {
    return new Circle.Arrow(edge.kind().word(), edge.kind().meaning(), edge.why());
  }

  private static String kind(CheckerOptions options) {
    return options.strict() ? "strictly serializable" : "serializable";
  }

  private static Verdict invalid(History history, List<Anomaly> anomalies, Measures measures) {
    Anomaly worst = anomalies.getFirst();
    Words words = new Words(history);
    List<String> lines = new ArrayList<>();
    lines.add(worst.name() + ": " + worst.words() + ".");
    for (int n = 0; n < worst.ops().size(); n++) {
      lines.add("  T%d = %s".formatted(n + 1, words.line(worst.ops().get(n))));
    }
    for (Edge edge : worst.cycle()) {
      lines.add(
          "  T%d comes before T%d (%s): %s"
              .formatted(edge.from() + 1, edge.to() + 1, edge.kind().word(), edge.why()));
    }
    if (anomalies.size() > 1) {
      lines.add("%,d more like this or of other kinds".formatted(anomalies.size() - 1));
    }
    String title = worst.name() + ": " + worst.words();
    String svg =
        worst.cycle().isEmpty()
            ? words.draw(title, worst.ops(), List.of(worst.ops().getLast()))
            : Circle.svg(
                title,
                worst.ops().stream().map(op -> op.client() + ": " + Words.label(op)).toList(),
                worst.cycle().stream().map(SerializabilityChecker::arrow).toList());
    return measures.invalid(worst.name() + ": " + worst.words(), new Counterexample(lines, svg));
  }
}
